import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '../../kernel/actor.ts';
import { must } from '../../kernel/testing-outcome.ts';
import { readAccount } from './store-accounts.ts';
import { createWorld, type World } from './testing.ts';
import { plantAccount, prepare } from './testing-matters.ts';
import { type AccountsWeb, type Method, openAccountsWeb } from './testing-web.ts';

let world: World;
let web: AccountsWeb;
beforeAll(async () => {
  world = await createWorld('2026-09-21');
  const at = (post: Parameters<World['actor']>[1], unit = 'wj-rs') => world.actor(unit, post);
  web = await openAccountsWeb(world, {
    clerk: await at('经办人'),
    leader: await at('主要领导'),
    office: await at('备案员', 'wj-bg'),
  });
});
afterAll(async () => {
  await web.close();
  await world.kernel.drop();
});

const SERVER = fileURLToPath(new URL('../..', import.meta.url));
const files = readdirSync(SERVER, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts') && !/test|testing/.test(path))
  .map((path) => ({ path, text: readFileSync(`${SERVER}/${path}`, 'utf8') }));
const holding = (words: RegExp) =>
  files
    .filter(({ text }) => words.test(text))
    .map(({ path }) => path)
    .sort();

/**
 * WJ-11a: the data of an account that is there are altered by the effect of a filing, and its opening is recorded by its
 * host. Whoever is added here has to say by which authorised act the data change.
 */
test('WJ-11a no path but a filing alters the registration data of an account', () => {
  expect(holding(/\bupdateAccount\(/)).toEqual([
    'modules/accounts/apply-effect.ts',
    // Only the day on which the opening was registered.
    'modules/accounts/complete-filing.ts',
    // An approved opening: since when, under which number and address.
    'modules/accounts/record-opening.ts',
    'modules/accounts/store-accounts.ts',
  ]);
  expect(holding(/updateTable\(\s*'accounts'|update\s+accounts\b/)).toEqual([
    'modules/accounts/store-accounts.ts',
  ]);
});

test('WJ-11a nobody can write to an account through the interface, whatever is tried', async () => {
  const account = await plantAccount(world, 'wj-rs', {
    name: '吴江人社',
    platform: 'weibo',
    platformUid: '2803301701',
  });
  const url = `/accounts/${account.jurisdiction}/${account.id}`;
  for (const who of ['clerk', 'leader', 'office']) {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as Method[]) {
      expect((await web.call(who, method, url, { name: '偷换' })).status).toBe(404);
    }
  }
  const draft = await prepare(
    world,
    await world.actor('wj-rs', '经办人'),
    { kind: 'change', account },
    {
      'account.name': '吴江人社局',
      'account.tied-to-duty': true,
      'filing.reason': '更名',
      'reason.name': true,
      'effect.on': '2026-09-18',
    },
  );
  const filing = `/filings/${draft.jurisdiction}/${draft.id}`;
  const { version } = draft;
  const early = await web.call('clerk', 'POST', `${filing}/effected`, { version, effectOn: '2026-09-18' });
  expect(early.status).toBe(409);
  const submitted = must(await world.submit(await world.actor('wj-rs', '经办人'), draft));
  const opened = await web.call('clerk', 'POST', `${filing}/opened`, {
    version: submitted.version,
    openedOn: '2026-09-18',
    platformUid: '2803301702',
  });
  expect(opened.status).toBe(409);
  const now = await world.kernel.runner.query(systemActor, (ctx) =>
    readAccount(ctx.tx, account.jurisdiction, account.id),
  );
  expect(now).toEqual(account);
});
