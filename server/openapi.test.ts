import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noticeWords, problemWords } from '../contracts/words.ts';
import { demoRoutes, demoSignIns, fillDemo } from './demo/index.ts';
import { moduleRoutes } from './kernel/http/routes.ts';
import { type Browser, createTestApp } from './kernel/identity/testing.ts';
import { createTestKernel, type TestKernel } from './kernel/testing.ts';
import { accountsListeners, accountsRoutes } from './modules/accounts/index.ts';
import { approvalsRoutes } from './modules/approvals/index.ts';
import { consolidationRoutes } from './modules/consolidation/index.ts';
import { deadlineRoutes } from './modules/deadlines/index.ts';
import { directoryRoutes, loadActor } from './modules/directory/index.ts';
import { dossiersRoutes } from './modules/dossiers/index.ts';
import { intakeRoutes } from './modules/intake/index.ts';
import { overviewRoutes } from './modules/overview/index.ts';
import { sightingsRoutes } from './modules/sightings/index.ts';
import { sitesRoutes } from './modules/sites/index.ts';
import { stewardshipRoutes } from './modules/stewardship/index.ts';

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly minimum?: number;
  readonly minLength?: number;
  readonly minItems?: number;
}
interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required?: boolean;
  readonly schema: Schema;
}
interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}
interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}
interface Endpoint {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: Schema | undefined;
}

const NOBODY = '0190a000-0000-7000-8000-000000000001';
/** Anybody may ask who is signed in and how to, and whether an account is official; signing in is the way to a session. */
const OPEN = /sign-in-ways|\/api\/v1\/resolve|\/session\/open-id|^(GET|POST|DELETE) \/api\/v1\/session$/;
/** Ends the session that the other questions are asked in. */
const ENDING = /^DELETE \/api\/v1\/session$/;

/** What people, programs and attackers send instead of what was asked for. */
const STRANGE: readonly unknown[] = [
  '\u0000',
  '名\u0000称',
  '\ud800',
  '\u202e\u200b',
  '长'.repeat(20_000),
  "'; drop table units; --",
  '%_\\',
  '__proto__',
  'toString',
  '999999',
  '2026-02-30',
  '0000-01-01',
  '+275760-09-13',
  '9'.repeat(60),
  -1,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER,
  null,
  true,
  [],
  {},
  '',
  ' ',
];

let kernel: TestKernel;
let app: FastifyInstance;
let description: Document;
let endpoints: Endpoint[];
let known: Readonly<Record<string, string>>;
const browsers: Browser[] = [];

beforeAll(async () => {
  kernel = await createTestKernel(accountsListeners);
  await kernel.setNow('2026-11-20');
  await fillDemo(kernel.runner);
  const made = await createTestApp(kernel, {
    loadActor,
    words: problemWords,
    settings: { demo: true, lockAttempts: 1_000_000 },
    routes: (parts) => {
      directoryRoutes(parts);
      approvalsRoutes(moduleRoutes(parts, 'approvals'));
      deadlineRoutes(parts);
      accountsRoutes(parts);
      intakeRoutes(parts);
      stewardshipRoutes(parts);
      dossiersRoutes(parts, []);
      sightingsRoutes(parts);
      sitesRoutes(parts);
      consolidationRoutes(parts);
      overviewRoutes(parts, kernel.packs, noticeWords);
      demoRoutes(parts);
    },
  });
  app = made.app;
  for (const user of ['fs-zs-admin', 'fs-rs-info'])
    browsers.push(await made.signIn(user, demoSignIns[0]?.password));
  description = (await app.inject({ url: '/api/openapi.json' })).json();
  endpoints = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => endpointOf(path, method.toUpperCase(), operation)),
  );
  known = await realIds();
});
afterAll(async () => {
  await app.close();
  await kernel.drop();
});

function endpointOf(path: string, method: string, { parameters, requestBody }: Operation): Endpoint {
  const asked = requestBody?.content['application/json']?.schema;
  // Of a body of several kinds the first stands for all.
  const body = asked?.oneOf?.[0] ?? asked;
  return { name: `${method} ${path}`, method, path, parameters: parameters ?? [], body };
}

/** Something that is there, so that a strange value gets past the question whether it is. */
async function realIds(): Promise<Readonly<Record<string, string>>> {
  const [admin, clerk] = browsers;
  const units = (await app.inject({ url: '/api/v1/me/unit', ...clerk })).json().items;
  const payload = { hostUnitId: units[0].id, kind: 'open' };
  const filing = (await app.inject({ method: 'POST', url: '/api/v1/filings', payload, ...clerk })).json();
  const page = (await app.inject({ url: `/api/v1/units/${units[0].id}`, ...admin })).json();
  const people = (await app.inject({ url: `/api/v1/people?unit=${units[0].id}`, ...admin })).json().items;
  return {
    '/api/v1/filings/{jurisdiction}/{id}': filing.id,
    '/api/v1/units/{id}': units[0].id,
    '/api/v1/posts/{id}': page.posts[0].id,
    '/api/v1/people/{id}': people.find(({ name }: { name: string }) => name.includes('主要领导')).id,
  };
}

function sample(schema: Schema | undefined): unknown {
  if (!schema) return 'x';
  if (schema.default !== undefined) return schema.default;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return sample(schema.anyOf.find(({ type }) => type !== 'null'));
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((key) => [key, sample(schema.properties?.[key])]),
      );
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => sample(schema.items));
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1);
    case 'boolean':
      return false;
    default:
      return sampleText(schema);
  }
}

function sampleText({ format, pattern, minLength }: Schema): string {
  if (format === 'uuid') return NOBODY;
  const long = 'x'.repeat(Math.max(minLength ?? 1, 2));
  if (pattern === undefined) return long;
  const shapes = [
    '2026-11-20',
    '2026-11-20T09:00:00+08:00',
    '123456',
    '3wd',
    '220621',
    '13900000000',
    'li.si',
    'li@si.cn',
    NOBODY.replaceAll('-', '').repeat(2),
    long,
  ];
  return shapes.find((each) => new RegExp(pattern, 'u').test(each)) ?? long;
}

/** The address of an endpoint with samples, real ids where there are any, and what is to be strange. */
function addressOf(endpoint: Endpoint, strange: Readonly<Record<string, string>> = {}): string {
  const prefix = Object.keys(known).find((each) => endpoint.path.startsWith(each));
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_all, name: string) => {
    const schema = endpoint.parameters.find((each) => each.in === 'path' && each.name === name)?.schema;
    const real = name === 'id' && prefix ? known[prefix] : name === 'jurisdiction' ? '220621' : undefined;
    return encodeURIComponent(strange[name] ?? real ?? String(sample(schema)));
  });
  const query = new URLSearchParams();
  for (const each of endpoint.parameters.filter(({ in: place }) => place === 'query'))
    if (each.required || each.name in strange)
      query.set(each.name, strange[each.name] ?? String(sample(each.schema)));
  if ('nonsense' in strange) query.set('nonsense', '1');
  return `${path}?${query}`;
}

interface Asked {
  readonly endpoint: Endpoint;
  readonly what: string;
  readonly address?: string;
  readonly payload?: InjectOptions['payload'];
  readonly headers?: Readonly<Record<string, string>>;
  readonly browser?: Browser | undefined;
}

/** Asks, and says what is wrong with the answer; null where it is an answer, or a refusal as it should be. */
async function ask(asked: Asked): Promise<{ status: number; fault: string | null }> {
  const { endpoint, browser, payload } = asked;
  const answer = await app.inject({
    method: endpoint.method as 'GET',
    url: asked.address ?? addressOf(endpoint),
    cookies: browser?.cookies ?? {},
    headers: { ...browser?.headers, ...asked.headers },
    ...(payload === undefined ? {} : { payload }),
  });
  const told = `${endpoint.name} ${asked.what}: ${answer.statusCode} ${answer.body.slice(0, 200)}`;
  if (answer.statusCode < 400) return { status: answer.statusCode, fault: null };
  const problem = String(answer.headers['content-type']).startsWith('application/problem+json');
  const { detail, title, status, type } = problem ? answer.json() : {};
  const whole =
    status === answer.statusCode && /^\/problems\/./.test(type) && /\p{Script=Han}/u.test(`${title}`);
  const said = /\p{Script=Han}/u.test(`${detail}`);
  return { status: answer.statusCode, fault: answer.statusCode < 500 && whole && said ? null : told };
}

const bodyOf = ({ body }: Endpoint) => body && (sample(body) as object);
const strangeTexts = () => STRANGE.filter((each) => typeof each !== 'object').map(String);
/** What an address can carry: no half characters. */
const addressable = (text: string) => text !== '' && !/\p{Surrogate}/u.test(text) && text.length < 200;

function strangeCalls(endpoint: Endpoint, browser: Browser | undefined): Asked[] {
  const payload = bodyOf(endpoint);
  const inAddress = endpoint.parameters.flatMap(({ name, in: place }) =>
    strangeTexts()
      .filter((text) => (place === 'path' ? addressable(text) : text.length < 3_000))
      .map((text) => ({
        what: `${name}=${text.slice(0, 20)}`,
        address: addressOf(endpoint, { [name]: text }),
        payload,
      })),
  );
  const inBody = Object.keys(endpoint.body?.properties ?? {}).flatMap((key) =>
    STRANGE.map((value) => ({
      what: `{${key}: ${JSON.stringify(value).slice(0, 20)}}`,
      payload: { ...payload, [key]: value },
    })),
  );
  return [...inAddress, ...inBody].map((each) => ({ ...each, endpoint, browser }));
}

test('describes itself as OpenAPI 3.1, every endpoint under /api/v1', () => {
  expect(description.openapi).toMatch(/^3\.1\./);
  expect(endpoints.length).toBeGreaterThan(60);
  expect(endpoints.filter(({ path }) => !path.startsWith('/api/v1/'))).toEqual([]);
});

/** Asks every endpoint that has to refuse with one status, and lists those that do not. */
async function wronglyAnswered(
  asked: readonly Endpoint[],
  wanted: number,
  by: Partial<Asked>,
): Promise<string[]> {
  const wrong: string[] = [];
  for (const endpoint of asked) {
    const { status, fault } = await ask({ endpoint, what: '', payload: bodyOf(endpoint), ...by });
    if (status !== wanted || fault) wrong.push(fault ?? `${endpoint.name} ${status}`);
  }
  return wrong;
}

test('no answer is kept by browsers or proxies', async () => {
  for (const url of [
    '/api/v1/workbench',
    '/api/v1/session',
    '/api/v1/people',
    '/api/v1/accounts.xlsx',
    '/api/v1/none',
  ])
    expect((await app.inject({ url, ...browsers[0] })).headers['cache-control']).toContain('no-store');
});

test('every endpoint refuses who is not signed in', async () => {
  const guarded = endpoints.filter(({ name }) => !OPEN.test(name));
  expect(await wronglyAnswered(guarded, 401, {})).toEqual([]);
});

test('every change refuses a page of somebody else', async () => {
  const changes = endpoints.filter(({ name, method }) => method !== 'GET' && !OPEN.test(name));
  const by = { browser: browsers[0], headers: { 'x-csrf-token': 'made-up' } };
  expect(await wronglyAnswered(changes, 403, by)).toEqual([]);
});

test('every endpoint refuses a question that it does not know', async () => {
  const [browser] = browsers;
  for (const endpoint of endpoints.filter(({ name }) => !ENDING.test(name))) {
    const by = { browser, address: addressOf(endpoint, { nonsense: '1' }) };
    expect(await wronglyAnswered([endpoint], 400, by)).toEqual([]);
  }
});

test('every body is refused with a field that nobody knows, and when it is none', async () => {
  const [browser] = browsers;
  const headers = { 'content-type': 'application/json' };
  for (const endpoint of endpoints.filter(({ body }) => body)) {
    const asked = [endpoint];
    expect(
      await wronglyAnswered(asked, 400, { browser, payload: { ...bodyOf(endpoint), nonsense: 1 } }),
    ).toEqual([]);
    for (const payload of ['', '{', 'null', '[]', '"x"', '1', '{"__proto__": {"a": 1}}'])
      expect(await wronglyAnswered(asked, 400, { browser, payload, headers })).toEqual([]);
    const xml = { browser, payload: '<a/>', headers: { 'content-type': 'text/xml' } };
    expect(await wronglyAnswered(asked, 415, xml)).toEqual([]);
  }
});

test('no endpoint fails on strange values, and every refusal is problem details in Chinese', {
  timeout: 240_000,
}, async () => {
  const faults: string[] = [];
  const [admin, clerk] = browsers;
  for (const endpoint of endpoints.filter(({ name }) => !ENDING.test(name)))
    for (const call of strangeCalls(endpoint, endpoint.path.includes('/filings') ? clerk : admin)) {
      const { fault } = await ask(call);
      if (fault !== null) faults.push(fault);
    }
  expect(faults).toEqual([]);
});
