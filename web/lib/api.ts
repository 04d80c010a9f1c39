import type { z } from 'zod';
import { uiWords } from '../../contracts/ui/words.ts';
import { ApiProblem, problemFrom } from './problem.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type QueryValue = string | number | boolean | undefined | null | readonly string[];

interface Call<S extends z.ZodType> {
  /** The response schema: an answer that does not fit is refused, so that screens never meet surprises. */
  schema: S;
  query?: Readonly<Record<string, QueryValue>>;
  body?: unknown;
  signal?: AbortSignal;
  /** For work that may take long; a minute unless told. */
  timeoutMs?: number;
  /** Asked by the page itself and not by a person: does not keep an unattended session alive. */
  background?: boolean;
}

const API = '/api/v1';
const TIMEOUT_MS = 60_000;
const session: { csrf: string; onSignedOut: () => void } = { csrf: '', onSignedOut: () => undefined };
const underWay = new Map<string, Promise<unknown>>();

/** Remembers the token that every changing call must carry; the session answer brings it. */
export function setCsrf(token: string): void {
  session.csrf = token;
}

/** Says what happens when the server no longer knows the session. */
export function onSignedOut(handler: () => void): void {
  session.onSignedOut = handler;
}

/** The address of an API path with its query; empty values are left out. */
export function apiUrl(path: string, query: Readonly<Record<string, QueryValue>> = {}): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue;
    if (typeof value === 'object') for (const each of value) params.append(key, each);
    else params.set(key, String(value));
  }
  const tail = params.toString();
  return `${API}${path}${tail ? `?${tail}` : ''}`;
}

function init(
  method: Method,
  { body, signal, timeoutMs = TIMEOUT_MS, background = false }: Omit<Call<z.ZodType>, 'schema'>,
): RequestInit {
  const headers: Record<string, string> = { accept: 'application/json, application/problem+json' };
  const form = body instanceof FormData;
  if (body !== undefined && !form) headers['content-type'] = 'application/json';
  if (method !== 'GET') headers['x-csrf-token'] = session.csrf;
  if (background) headers['x-juzhen-background'] = '1';
  const timeout = AbortSignal.timeout(timeoutMs);
  return {
    method,
    headers,
    credentials: 'same-origin',
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
  };
}

async function reach(url: string, options: RequestInit): Promise<Response> {
  try {
    return await fetch(url, options);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    const slow = error instanceof DOMException && error.name === 'TimeoutError';
    const words = uiWords.failure;
    throw new ApiProblem(0, words.title, slow ? words.timeout : words.network);
  }
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  if (!text) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

async function send<S extends z.ZodType>(method: Method, path: string, call: Call<S>): Promise<z.output<S>> {
  const response = await reach(apiUrl(path, call.query), init(method, call));
  const body = await readJson(response);
  if (!response.ok) {
    const problem = problemFrom(response.status, body);
    if (response.status === 401 && path !== '/session') session.onSignedOut();
    throw problem;
  }
  const parsed = call.schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new ApiProblem(response.status, uiWords.failure.title, uiWords.failure.unreadable);
}

/** A second click on the same action joins the call under way instead of sending it twice. */
function sendOnce<S extends z.ZodType>(method: Method, path: string, call: Call<S>): Promise<z.output<S>> {
  if (call.body instanceof FormData) return send(method, path, call);
  const key = `${method} ${path} ${JSON.stringify(call.body ?? null)}`;
  const running = underWay.get(key) as Promise<z.output<S>> | undefined;
  if (running) return running;
  const started = send(method, path, call).finally(() => underWay.delete(key));
  underWay.set(key, started);
  return started;
}

/** Reads; throws ApiProblem. */
export function get<S extends z.ZodType>(path: string, call: Call<S>): Promise<z.output<S>> {
  return send('GET', path, call);
}

/** Creates or acts; throws ApiProblem. */
export function post<S extends z.ZodType>(path: string, call: Call<S>): Promise<z.output<S>> {
  return sendOnce('POST', path, call);
}

/** Replaces; throws ApiProblem. */
export function put<S extends z.ZodType>(path: string, call: Call<S>): Promise<z.output<S>> {
  return sendOnce('PUT', path, call);
}

/** Removes; throws ApiProblem. */
export function del<S extends z.ZodType>(path: string, call: Call<S>): Promise<z.output<S>> {
  return sendOnce('DELETE', path, call);
}
