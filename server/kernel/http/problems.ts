import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { ProblemWords } from '../../../contracts/kernel/problem-words.ts';
import type { ProblemDetails, ProblemWire } from '../../../contracts/kernel/wire.ts';
import { kernelWords, problemTitles } from '../../../contracts/kernel/words.ts';
import { type Problem, type RefusalKind, Refused } from '../outcome.ts';
import { inputProblems } from './input-problems.ts';

/** The one table from a refusal to its HTTP status. */
const STATUS: Record<RefusalKind, number> = {
  'not-signed-in': 401,
  forbidden: 403,
  'not-found': 404,
  stale: 409,
  conflict: 409,
  unprocessable: 422,
  'too-large': 413,
  'too-many': 429,
};

/** Makes Chinese sentences from problem codes, by the words of all modules. */
export interface Sentences {
  of(problem: Problem): ProblemWire;
}

export function createSentences(words: readonly ProblemWords[]): Sentences {
  const all: ProblemWords = Object.assign({}, kernelWords, ...words);
  return {
    of(problem) {
      const word = all[problem.code] ?? all['bad-input'] ?? problem.code;
      const message = typeof word === 'string' ? word : word({ ...problem.facts });
      return {
        code: problem.code,
        ...(problem.field === undefined ? {} : { field: problem.field }),
        message,
        ...(problem.basis && problem.basis.length > 0 ? { basis: [...problem.basis] } : {}),
      };
    },
  };
}

/** Problem details (RFC 9457): what is wrong, where, and what to do next, in Chinese. */
export function problemDetails(
  sentences: Sentences,
  about: { readonly status: number; readonly instance: string; readonly problems: readonly Problem[] },
): ProblemDetails {
  const wire = about.problems.map(sentences.of);
  return {
    type: `/problems/${wire[0]?.code ?? 'internal'}`,
    title: problemTitles[about.status] ?? '',
    status: about.status,
    detail: wire.map((p) => p.message).join(' '),
    instance: about.instance,
    problems: wire,
  };
}

/** Sends problem details. */
export function sendProblems(
  reply: FastifyReply,
  sentences: Sentences,
  status: number,
  problems: readonly Problem[],
) {
  const body = problemDetails(sentences, { status, instance: reply.request.id, problems });
  return reply.code(status).type('application/problem+json').serializer(JSON.stringify).send(body);
}

/** Everything thrown in a handler, put into problem details; what nobody foresaw is logged with a number the user can pass on. */
export function errorHandler(sentences: Sentences) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    if (error instanceof Refused) {
      return sendProblems(reply, sentences, STATUS[error.kind], [
        { code: error.code, facts: error.facts, basis: error.basis },
      ]);
    }
    if (hasZodFastifySchemaValidationErrors(error))
      return sendProblems(reply, sentences, 400, inputProblems(error.validation));
    const known = KNOWN.get(error.code);
    if (known) return sendProblems(reply, sentences, known.status, [{ code: known.problem }]);
    if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
      return sendProblems(reply, sentences, error.statusCode, [
        { code: error.statusCode === 429 ? 'too-many' : 'bad-input' },
      ]);
    }
    if (error.message === NO_CONNECTION_LEFT)
      return sendProblems(reply.header('retry-after', '5'), sentences, 503, [{ code: 'unavailable' }]);
    request.log.error({ err: error, incident: request.id }, 'unforeseen error');
    return sendProblems(reply, sentences, 500, [{ code: 'internal' }]);
  };
}

/** How the driver's pool says that all its connections stayed in use for its whole waiting time; it gives no code. */
const NO_CONNECTION_LEFT = 'timeout exceeded when trying to connect';

/** A map and not an object: codes come from errors of every kind, 'constructor' among them. */
const KNOWN: ReadonlyMap<string, { status: number; problem: string }> = new Map([
  ['FST_ERR_CTP_INVALID_JSON_BODY', { status: 400, problem: 'bad-json' }],
  ['FST_ERR_CTP_EMPTY_JSON_BODY', { status: 400, problem: 'bad-json' }],
  ['FST_ERR_CTP_INVALID_MEDIA_TYPE', { status: 415, problem: 'bad-media-type' }],
  ['FST_ERR_CTP_BODY_TOO_LARGE', { status: 413, problem: 'too-large' }],
  ['FST_REQ_FILE_TOO_LARGE', { status: 413, problem: 'too-large' }],
  ['FST_ERR_VALIDATION', { status: 400, problem: 'bad-input' }],
  ['FST_UNDER_PRESSURE', { status: 503, problem: 'unavailable' }],
]);

/** A number by which a user and the log can speak of the same request. */
export function requestId(): string {
  return randomUUID();
}
