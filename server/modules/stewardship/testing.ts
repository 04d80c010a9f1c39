import { sql } from 'kysely';
import { type KeepBody, keepBody } from '../../../contracts/stewardship/wire.ts';
import { type Actor, systemActor } from '../../kernel/actor.ts';
import { newId } from '../../kernel/db/uuid.ts';
import type { Outcome } from '../../kernel/outcome.ts';
import { createTestKernel, type TestKernel } from '../../kernel/testing.ts';
import { loadActor } from '../directory/index.ts';
import { type Planted, plant, type Seed } from '../directory/testing.ts';
import { accountPlace, unitPlace } from './find-place.ts';
import { keepRecord } from './keep-record.ts';
import type { StewardshipRecord } from './model.ts';
import { accountLedger } from './read-ledger.ts';

export { attachToRecord } from './attach-file.ts';

const host = (key: string): Record<string, string[]> => ({
  'info-officer': [`${key}信息员`],
  'deputy-leader': [`${key}分管`],
  administrator: [`${key}管理员`],
});
const seeds: Seed[] = [
  {
    key: 'lz-bg',
    jurisdiction: '620171',
    name: '兰州新区管委会办公室',
    kind: 'office',
    tier: 'city',
    roles: [['supervisor', '620171']],
    posts: { ...host('lz-bg'), 'filing-officer': ['lz-bg备案员'] },
  },
  {
    key: 'lz-jf',
    jurisdiction: '620171',
    name: '经济发展局',
    kind: 'department',
    tier: 'city',
    posts: host('lz-jf'),
  },
  {
    key: 'wj-rs',
    jurisdiction: '320509-hrss',
    name: '区人社局',
    kind: 'department',
    tier: 'county',
    posts: host('wj-rs'),
  },
  {
    key: 'qj-jt',
    jurisdiction: '500110',
    name: '交通局',
    kind: 'department',
    tier: 'county',
    posts: host('qj-jt'),
  },
  {
    key: 'fs-jy',
    jurisdiction: '220621',
    name: '教育局',
    kind: 'department',
    tier: 'county',
    posts: host('fs-jy'),
  },
  {
    key: 'gd-rs',
    jurisdiction: '440000',
    name: '省人社厅',
    kind: 'department',
    tier: 'province',
    posts: host('gd-rs'),
  },
];

/** An account in operation straight in the tables, with the filing that it rests on; answers its id. */
async function plantAccount(
  { database: { owner } }: TestKernel,
  account: { jurisdiction: string; hostUnitId: string; name: string; platform?: string },
): Promise<string> {
  const { jurisdiction, hostUnitId, name, platform = 'wechat' } = account;
  const [id, filing] = [newId(), newId()];
  await sql`insert into filings (jurisdiction_id, id, kind, account_id, host_unit_id, host_name, host_path, state,
      revision, version, "values", exceptions, name, platform, form, chain, timing, pinned_on, checks, created_at,
      updated_at)
    select ${jurisdiction}, ${filing}, 'open', ${id}, u.id, u.name, u.path, 'registered', 1, 1, '{}', '{}', ${name},
      ${platform}, '{}', '{}', 'before-opening', date '2020-01-01', '[]', now(), now()
    from units u where u.id = ${hostUnitId}`.execute(owner);
  await sql`insert into accounts (jurisdiction_id, id, host_unit_id, host_name, host_path, platform, platform_name,
      channel_kind, name, exceptions, state, opened_on, filing_id, filing_number, version, created_at)
    select ${jurisdiction}, ${id}, u.id, u.name, u.path, ${platform}, '微信公众号', 'account', ${name}, '[]',
      'operating', date '2020-02-01', ${filing}, ${id}, 1, now()
    from units u where u.id = ${hostUnitId}`.execute(owner);
  return id;
}

/** A PDF that is one, as small as can be. */
export const PAPER = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

type Kept = Outcome<StewardshipRecord>;
type Key = { readonly jurisdiction: string; readonly id: string };

/** Hosts of five regulations, each with an account in operation; people are called by their unit's key and post. */
export interface LedgerWorld {
  readonly kernel: TestKernel;
  readonly at: Planted;
  actor(name: string): Promise<Actor>;
  accountOf(key: string): Key;
  /** The appointment of somebody planted. */
  post(name: string): Promise<string>;
  keep(key: string, body: object): Promise<Kept>;
  keepForUnit(key: string, body: object): Promise<Kept>;
  /** What is missing on the account as 'state kind item', with a star before what is the unit's; sorted. */
  gapsOf(key: string): Promise<string[]>;
  /** An outside agency that runs the host's accounts; answers its id. */
  operator(key: string): Promise<string>;
  leave(name: string, on: string): Promise<void>;
}

export async function createLedgerWorld(): Promise<LedgerWorld> {
  const kernel = await createTestKernel();
  const { owner } = kernel.database;
  const at = await plant(kernel, seeds);
  const accounts = new Map<string, Key>();
  for (const { key, jurisdiction, name } of seeds)
    accounts.set(key, {
      jurisdiction,
      id: await plantAccount(kernel, { jurisdiction, hostUnitId: at.unit(key), name: `${name}发布` }),
    });
  const accountOf = (key: string) => accounts.get(key) ?? { jurisdiction: '', id: '' };
  const actor = (name: string) =>
    kernel.runner.query(systemActor, (ctx) =>
      loadActor(ctx.tx, at.person(name), ctx.now.day, kernel.geography),
    );
  return {
    kernel,
    at,
    actor,
    accountOf,
    post: async (name) => {
      const { rows } = await sql<{
        id: string;
      }>`select id from appointments where person_id = ${at.person(name)}
        order by id limit 1`.execute(owner);
      return rows[0]?.id ?? '';
    },
    keep: async (key, body) => keepOn(kernel, await actor(`${key}信息员`), accountOf(key), body),
    keepForUnit: async (key, body) => {
      const parsed: KeepBody = keepBody.parse(body);
      return kernel.runner.command(await actor(`${key}管理员`), async (ctx) =>
        keepRecord(ctx, await unitPlace(ctx, at.unit(key)), parsed),
      );
    },
    gapsOf: async (key) => {
      const { jurisdiction, id } = accountOf(key);
      const who = await actor(`${key}信息员`);
      const { gaps } = await kernel.runner.query(who, (ctx) => accountLedger(ctx, jurisdiction, id));
      return gaps
        .map(({ state, kind, item, account }) => `${state} ${kind} ${account ? item : `*${item}`}`)
        .sort();
    },
    operator: async (key) => {
      const { rows } = await sql<{ id: string }>`
        insert into operators (jurisdiction_id, id, host_unit_id, kind, name, tasks, contract_no,
          confidentiality_signed_on, from_day, created_at)
        select jurisdiction_id, gen_random_uuid(), id, 'outside', '清源传媒公司', '日常运维', 'C-1',
          date '2020-01-01', date '2020-01-01', now()
        from units where id = ${at.unit(key)} returning id`.execute(owner);
      return rows[0]?.id ?? '';
    },
    leave: async (name, on) => {
      await sql`update appointments set to_day = ${on} where person_id = ${at.person(name)}`.execute(owner);
    },
  };
}

/** Keeps a record on an account as somebody would through the interface. */
export async function keepOn({ runner }: TestKernel, who: Actor, account: Key, body: object): Promise<Kept> {
  const parsed: KeepBody = keepBody.parse(body);
  return runner.command(who, async (ctx) =>
    keepRecord(ctx, await accountPlace(ctx, account.jurisdiction, account.id), parsed),
  );
}
