import type { FastifyInstance } from 'fastify';
import { problemWords } from '../../../contracts/words.ts';
import type { Actor } from '../../kernel/actor.ts';
import { createHttp } from '../../kernel/http/app.ts';
import { createSentences } from '../../kernel/http/problems.ts';
import { moduleRoutes } from '../../kernel/http/routes.ts';
import { Refused } from '../../kernel/outcome.ts';
import { approvalsRoutes } from '../approvals/index.ts';
import { accountsRoutes } from './routes.ts';
import type { World } from './testing.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** The interface of accounts and approvals over a test's world; who calls is named, nobody signs in. */
export interface AccountsWeb {
  readonly app: FastifyInstance;
  call(
    who: string,
    method: Method,
    url: string,
    payload?: object | string,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: never; type: string }>;
  close(): Promise<void>;
}

export async function openAccountsWeb(
  world: World,
  people: Readonly<Record<string, Actor>>,
): Promise<AccountsWeb> {
  const sentences = createSentences(problemWords);
  const app = await createHttp(
    { logLevel: 'silent', https: false, requestsPerMinute: 10_000, trustProxy: [] },
    sentences,
  );
  const who = ({ headers }: { headers: Record<string, unknown> }) => {
    const actor = people[String(headers['x-who'])];
    if (!actor) throw new Refused('not-signed-in');
    return actor;
  };
  const parts = { app, runner: world.kernel.runner, sentences, who };
  accountsRoutes(parts);
  approvalsRoutes(moduleRoutes(parts, 'approvals'));
  return {
    app,
    call: async (caller, method, url, payload, headers = {}) => {
      const answer = await app.inject({
        method,
        url: `/api/v1${url}`,
        headers: { 'x-who': caller, ...headers },
        ...(payload === undefined ? {} : { payload }),
      });
      return {
        status: answer.statusCode,
        body: answer.json() as never,
        type: String(answer.headers['content-type']),
      };
    },
    close: () => app.close(),
  };
}
