import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as wire from '../../../contracts/accounts/wire.ts';
import { approval as approvalSchema, waitingList } from '../../../contracts/approvals/wire.ts';
import { createWorld, PAPER, type World } from './testing.ts';
import { type AccountsWeb, type Method, openAccountsWeb } from './testing-web.ts';

let world: World;
let web: AccountsWeb;

beforeAll(async () => {
  world = await createWorld('2026-09-29');
  web = await openAccountsWeb(world, {
    clerk: await world.actor('fs-jy', '经办人'),
    leader: await world.actor('fs-jy', '主要领导'),
    stranger: await world.actor('fs-ws', '经办人'),
    county: await world.actor('fs-zs', '备案员'),
  });
});
afterAll(async () => {
  await web.close();
  await world.kernel.drop();
});

const call: AccountsWeb['call'] = (...asked) => web.call(...asked);

function multipart(parts: readonly { name: string; value: Buffer | string; filename?: string }[]) {
  const edge = '----juzhen';
  const chunks = parts.flatMap(({ name, value, filename }) => [
    Buffer.from(
      `--${edge}\r\ncontent-disposition: form-data; name="${name}"${filename ? `; filename="${filename}"` : ''}\r\n\r\n`,
    ),
    Buffer.from(value),
    Buffer.from('\r\n'),
  ]);
  return {
    payload: Buffer.concat([...chunks, Buffer.from(`--${edge}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${edge}` },
  };
}

async function upload(who: string, url: string, label: string, filename: string, value: Buffer) {
  const { payload, headers } = multipart([
    { name: 'file', value, filename },
    { name: 'label', value: label },
  ]);
  const answer = await web.app.inject({
    method: 'POST',
    url: `/api/v1${url}`,
    headers: { 'x-who': who, ...headers },
    payload,
  });
  return { status: answer.statusCode, body: answer.json() as never };
}

async function begin(): Promise<wire.FilingWire> {
  const { body } = await call('clerk', 'POST', '/filings', {
    hostUnitId: world.planted.unit('fs-jy'),
    kind: 'open',
  });
  return wire.filing.parse(body);
}
const at = (filing: { jurisdiction: string; id: string }) => `/filings/${filing.jurisdiction}/${filing.id}`;

describe('refusals are problem details with a Chinese sentence', () => {
  test('nobody signed in, no right, not there', async () => {
    const filing = await begin();
    const cases: [string, Method, string, object | undefined, number][] = [
      ['nobody', 'GET', '/accounts', undefined, 401],
      ['nobody', 'POST', '/filings', { hostUnitId: filing.host.id, kind: 'open' }, 401],
      ['nobody', 'GET', '/approvals/waiting', undefined, 401],
      ['stranger', 'GET', at(filing), undefined, 403],
      ['stranger', 'POST', '/filings', { hostUnitId: filing.host.id, kind: 'open' }, 403],
      ['stranger', 'PUT', `${at(filing)}/draft`, { version: 1, values: {} }, 403],
      ['county', 'POST', `${at(filing)}/submit`, { version: 1 }, 403],
      ['clerk', 'GET', `/filings/220621/${world.planted.unit('fs-jy')}`, undefined, 404],
      ['clerk', 'GET', `/accounts/500110/${filing.id}`, undefined, 404],
      ['clerk', 'GET', `/approvals/220621/${filing.id}`, undefined, 404],
    ];
    for (const [who, method, url, body, status] of cases) {
      const answer = await call(who, method, url, body);
      expect([who, method, url, answer.status]).toEqual([who, method, url, status]);
      expect(answer.type).toContain('application/problem+json');
      expect((answer.body as { detail: string }).detail).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  test('unknown fields, over-long text, wrong types, unknown kinds: 400, named by field', async () => {
    const filing = await begin();
    const id = filing.host.id;
    const cases: [Method, string, object | string, string][] = [
      ['POST', '/filings', { hostUnitId: id, kind: 'open', extra: 1 }, 'extra'],
      ['POST', '/filings', { hostUnitId: id, kind: 'sell' }, 'kind'],
      ['POST', '/filings', { hostUnitId: id, kind: 'close' }, 'account'],
      ['POST', '/filings', { hostUnitId: 'x', kind: 'open' }, 'hostUnitId'],
      ['PUT', `${at(filing)}/draft`, { version: '1', values: {} }, 'version'],
      ['PUT', `${at(filing)}/draft`, { version: 1, values: { functions: 7 } }, 'values.functions'],
      ['PUT', `${at(filing)}/draft`, { version: 1, values: { functions: 'a\u0000b' } }, 'values.functions'],
      ['PUT', `${at(filing)}/draft`, { version: 1, values: { functions: '\ud83d' } }, 'values.functions'],
      [
        'PUT',
        `${at(filing)}/draft`,
        { version: 1, values: { functions: 'x'.repeat(5001) } },
        'values.functions',
      ],
      ['POST', `${at(filing)}/withdraw`, { version: 1, reason: '' }, 'reason'],
      ['POST', `${at(filing)}/withdraw`, { version: 1, reason: '长'.repeat(1001) }, 'reason'],
      ['POST', `${at(filing)}/opened`, { version: 1, openedOn: '昨天', platformUid: 'x' }, 'openedOn'],
      [
        'POST',
        `/approvals/220621/${filing.id}/decisions`,
        { stepId: filing.id, decision: 'maybe', digest: 'x', version: 1 },
        'decision',
      ],
    ];
    for (const [method, url, body, field] of cases) {
      const answer = await call('clerk', method, url, body);
      const { problems } = answer.body as { problems: { field?: string; message: string }[] };
      expect([url, answer.status, problems.some((problem) => problem.field?.startsWith(field))]).toEqual([
        url,
        400,
        true,
      ]);
    }
    const broken = await call('clerk', 'POST', '/filings', '{"hostUnitId":', {
      'content-type': 'application/json',
    });
    expect(broken.status).toBe(400);
  });

  test('a question the form does not have and a text over its limit: 422, the rest is not kept', async () => {
    const filing = await begin();
    const answer = await call('clerk', 'PUT', `${at(filing)}/draft`, {
      version: 1,
      values: { nonsense: 'x', 'account.name': '长'.repeat(40) },
    });
    expect(answer.status).toBe(422);
    expect((answer.body as { problems: { code: string }[] }).problems.map(({ code }) => code).sort()).toEqual(
      ['accounts.field-too-long', 'accounts.field-unknown'],
    );
    expect((await call('clerk', 'GET', at(filing))).body).toMatchObject({ version: 1 });
  });

  test('a form two versions old: 409', async () => {
    const filing = await begin();
    for (const version of [1, 2]) {
      expect(
        (await call('clerk', 'PUT', `${at(filing)}/draft`, { version, values: { functions: `${version}` } }))
          .status,
      ).toBe(200);
    }
    const stale = await call('clerk', 'PUT', `${at(filing)}/draft`, {
      version: 1,
      values: { functions: '旧' },
    });
    expect(stale).toMatchObject({ status: 409, body: { title: '状态已变化' } });
    expect((await call('clerk', 'GET', at(filing))).body).toMatchObject({ values: { functions: '2' } });
  });

  test('files: not what the name says, with macros, over 20 MB, none at all', async () => {
    const filing = await begin();
    const files = `${at(filing)}/files`;
    expect(await upload('clerk', files, 'duty-rules', 'a.pdf', Buffer.from('PK not a pdf'))).toMatchObject({
      status: 422,
      body: { problems: [{ code: 'accounts.file-content-mismatch' }] },
    });
    expect((await upload('clerk', files, 'duty-rules', 'a.docm', PAPER)).status).toBe(422);
    const huge = await upload(
      'clerk',
      files,
      'duty-rules',
      'a.pdf',
      Buffer.concat([PAPER, Buffer.alloc(20 * 1024 * 1024)]),
    );
    expect(huge).toMatchObject({ status: 413, body: { title: '内容过大' } });
    expect((await call('clerk', 'POST', files, {})).status).toBe(422);
    expect((await upload('stranger', files, 'duty-rules', 'a.pdf', PAPER)).status).toBe(403);
    expect((await call('clerk', 'GET', at(filing))).body).toMatchObject({ attachments: [{ files: [] }] });
  });
});

describe('the way of a filing over HTTP', () => {
  test('draft, paper, submission, decision; every answer fits its contract', async () => {
    const filing = await begin();
    const refused = await call('clerk', 'POST', `${at(filing)}/submit`, { version: 1 });
    expect(refused.status).toBe(422);
    const { problems } = refused.body as {
      problems: { field?: string; message: string; basis?: unknown[] }[];
    };
    expect(problems.length).toBeGreaterThan(3);
    expect(
      problems.every(({ message }) => /[\u4e00-\u9fff]/.test(message) && !message.includes('undefined')),
    ).toBe(true);
    const values = {
      'account.platform': 'wechat',
      'account.name': '抚松教育',
      'account.subject': 'unit',
      'account.certification': '抚松县教育局',
      'account.tied-to-duty': true,
      'opening.reason': '需要权威渠道',
      functions: '发布',
      contact: '王小明',
    };
    const saved = await call('clerk', 'PUT', `${at(filing)}/draft`, { version: 1, values });
    expect(saved.status).toBe(200);
    const attached = await upload('clerk', `${at(filing)}/files`, 'duty-rules', '制度.pdf', PAPER);
    const whole = wire.filing.parse(attached.body);
    const [file] = whole.attachments[0]!.files;
    const download = await web.app.inject({
      method: 'GET',
      url: `/api/v1${at(filing)}/files/${file!.id}`,
      headers: { 'x-who': 'county' },
    });
    expect(download).toMatchObject({ statusCode: 200, rawPayload: PAPER });
    const submitted = await call('clerk', 'POST', `${at(filing)}/submit`, {
      version: whole.version,
      digest: whole.digest,
    });
    expect(submitted).toMatchObject({ status: 200, body: { state: 'in-approval' } });

    const [waiting] = waitingList.parse((await call('leader', 'GET', '/approvals/waiting')).body).items;
    expect(waiting).toMatchObject({
      stepTitle: '主办单位主要领导同意',
      subject: { href: `/filings/${filing.jurisdiction}/${filing.id}` },
    });
    const approvalUrl = `/approvals/${waiting!.jurisdiction}/${waiting!.approvalId}`;
    const seen = approvalSchema.parse((await call('leader', 'GET', approvalUrl)).body);
    expect(seen.abilities.approve).toBe(true);
    expect(seen.summary.slice(0, 3).map(({ value }) => value)).toEqual([
      '抚松教育',
      '微信公众号',
      '需要权威渠道',
    ]);
    const decision = {
      stepId: waiting!.stepId,
      decision: 'approve',
      digest: seen.digest,
      version: seen.version,
      sealed: true,
      signedBy: '张局长',
    };
    const foreign = await call('clerk', 'POST', `${approvalUrl}/decisions`, decision);
    expect(foreign).toMatchObject({ status: 403, body: { problems: [{ code: 'approvals.not-your-step' }] } });
    const bare = await call('leader', 'POST', `${approvalUrl}/decisions`, { ...decision, sealed: false });
    expect(bare).toMatchObject({
      status: 422,
      body: { problems: [{ code: 'approvals.seal-missing', field: 'sealed' }] },
    });
    const decided = await call('leader', 'POST', `${approvalUrl}/decisions`, decision);
    expect(decided.status).toBe(200);
    const again = await call('leader', 'POST', `${approvalUrl}/decisions`, decision);
    expect(again.status).toBe(409);
    expect((again.body as { detail: string }).detail).toContain('fs-jy主要领导');

    const pdf = await web.app.inject({
      method: 'GET',
      url: `/api/v1${at(filing)}/form.pdf`,
      headers: { 'x-who': 'clerk' },
    });
    expect(pdf.statusCode).toBe(200);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    const page = wire.filingPage.parse(
      (await call('county', 'GET', '/filings?state=in-approval&q=%E6%8A%9A%E6%9D%BE')).body,
    );
    expect(page.items.some(({ id }) => id === filing.id)).toBe(true);
    expect((await call('county', 'GET', '/accounts?state=nonsense')).status).toBe(400);
    expect(
      wire.filingPreview.parse((await call('clerk', 'GET', `/filings/preview?unit=${filing.host.id}`)).body),
    ).toMatchObject({ abilities: { start: true }, formTitle: '政务新媒体开设、变更、注销审批表' });
    expect(
      wire.platformList.parse((await call('clerk', 'GET', '/platforms?jurisdiction=220621')).body).items
        .length,
    ).toBeGreaterThan(5);
  });

  test('the list goes out as a spreadsheet, with the columns asked for and no others', async () => {
    const get = (url: string) =>
      web.app.inject({ method: 'GET', url: `/api/v1${url}`, headers: { 'x-who': 'county' } });
    const file = await get('/accounts.xlsx?q=%E6%8A%9A%E6%9D%BE&columns=name&columns=host');
    expect(file.statusCode).toBe(200);
    expect(file.headers['content-disposition']).toContain(encodeURIComponent('账号台账'));
    expect(file.rawPayload.subarray(0, 2).toString()).toBe('PK');
    expect((await get('/accounts.xlsx?sort=-number')).statusCode).toBe(200);
    expect((await get('/accounts.xlsx?columns=password')).statusCode).toBe(400);
    expect((await get('/accounts.xlsx?page=2')).statusCode).toBe(400);
  });

  test('the description of the interface names every route', async () => {
    const answer = await web.app.inject({ method: 'GET', url: '/api/openapi.json' });
    expect(answer.statusCode).toBe(200);
    const { openapi, paths } = answer.json() as { openapi: string; paths: Record<string, object> };
    expect(openapi).toMatch(/^3\.1/);
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining([
        '/api/v1/accounts',
        '/api/v1/filings/{jurisdiction}/{id}/submit',
        '/api/v1/filings/{jurisdiction}/{id}/form.pdf',
        '/api/v1/approvals/{jurisdiction}/{id}/decisions',
      ]),
    );
  });
});
