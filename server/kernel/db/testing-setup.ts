import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type EmbeddedDatabase, startEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';

/** What a test file is told: where to make databases, as owner and as the server, and which migrated one to copy. */
export type TestCluster = { url: string; appUrl: string; template: string };

/**
 * For vitest's `globalSetup`: one database server for the whole run, started by the first test that asks for a
 * database, so that runs of pure tests pay nothing. TEST_DATABASE_URL names a server to use instead.
 */
export async function setup(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'juzhen-test-'));
  let cluster: Promise<TestCluster & { stop(): Promise<void> }> | null = null;
  const door = createServer((socket) => {
    socket.on('error', () => {});
    cluster ??= startCluster(folder);
    cluster.then(
      ({ url, appUrl, template }) => socket.end(JSON.stringify({ url, appUrl, template })),
      (error: Error) => socket.end(JSON.stringify({ failed: error.message })),
    );
  });
  const path = join(folder, 'door.sock');
  await new Promise<void>((resolve) => door.listen(path, resolve));
  process.env.JUZHEN_TEST_DOOR = path;
  return async () => {
    door.close();
    await cluster?.then((one) => one.stop()).catch(() => {});
    if (existsSync(folder)) rmSync(folder, { recursive: true, force: true });
  };
}

async function startCluster(folder: string): Promise<TestCluster & { stop(): Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  const embedded: EmbeddedDatabase | null = given ? null : await startEmbedded({ folder, durable: false });
  const url = given ?? embedded?.url ?? '';
  const template = `juzhen_template_${process.pid}`;
  await asAdmin(url, `drop database if exists ${template}`);
  await asAdmin(url, `create database ${template}`);
  await migrate(databaseUrl(url, template));
  return {
    url,
    appUrl: embedded?.appUrl ?? url,
    template,
    stop: async () => {
      if (embedded) await embedded.stop();
      else await asAdmin(url, `drop database if exists ${template} with (force)`);
    },
  };
}

/** Runs one statement outside any test database. */
export async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The same server, another database. */
export function databaseUrl(url: string, name: string): string {
  const target = new URL(url);
  target.pathname = `/${name}`;
  return target.toString();
}
