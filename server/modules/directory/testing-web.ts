import { sql } from 'kysely';
import { directoryWords } from '../../../contracts/directory/words.ts';
import { type Browser, createTestApp, plantUser, type TestApp } from '../../kernel/identity/testing.ts';
import { createTestKernel, type TestKernel } from '../../kernel/testing.ts';
import { directoryRoutes, loadActor } from './index.ts';
import { type Planted, plant, type Seed } from './testing.ts';

/** An answer of the API with the codes of its problems. */
interface Answer {
  readonly status: number;
  /** Whatever the endpoint answered: tests read it without a schema. */
  readonly body: ReturnType<typeof JSON.parse>;
  readonly codes: string[] | undefined;
}

/** The directory behind HTTP, with people signed in who may be asked by name. */
export interface DirectoryWeb {
  readonly kernel: TestKernel;
  readonly web: TestApp;
  readonly at: Planted;
  readonly browsers: Map<string, Browser>;
  as(who: string, method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, payload?: object): Promise<Answer>;
  close(): Promise<void>;
}

/** Plants the units and signs the named people in, on 2026-11-23. */
export async function createDirectoryWeb(
  seeds: readonly Seed[],
  people: readonly string[],
): Promise<DirectoryWeb> {
  const kernel = await createTestKernel();
  await kernel.setNow('2026-11-23');
  const at = await plant(kernel, seeds);
  const web = await createTestApp(kernel, { loadActor, routes: directoryRoutes, words: [directoryWords] });
  const browsers = new Map<string, Browser>();
  for (const [index, name] of people.entries()) {
    const personId = at.person(name);
    const { rows } = await sql<{
      area: string;
    }>`select jurisdiction_id as area from people where id = ${personId}`.execute(kernel.database.owner);
    await plantUser(kernel, { jurisdiction: rows[0]?.area ?? '', personId, userName: `user-${index}` });
    browsers.set(name, await web.signIn(`user-${index}`));
  }
  return {
    kernel,
    web,
    at,
    browsers,
    as: async (who, method, path, payload) => {
      const request = {
        method,
        url: `/api/v1${path}`,
        ...(browsers.get(who) ?? {}),
        ...(payload ? { payload } : {}),
      };
      const answer = await web.app.inject(request);
      const body = answer.json();
      return {
        status: answer.statusCode,
        body,
        codes: body.problems?.map((each: { code: string }) => each.code),
      };
    },
    close: async () => {
      await web.app.close();
      await kernel.drop();
    },
  };
}
