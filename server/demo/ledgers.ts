import { type KeepBody, keepBody } from '../../contracts/stewardship/wire.ts';
import type { Context } from '../kernel/context.ts';
import { findAccountKey } from '../modules/accounts/index.ts';
import { heldAround, type Unit } from '../modules/directory/index.ts';
import { accountPlace, keepRecord } from '../modules/stewardship/index.ts';

/** The account whose ledger is begun: its unit, and how it is found in the small registry. */
const KEPT = { unit: 'fs-zs', platform: 'weibo', uid: '2800000501' } as const;

/** What stands in it on the day; the funding soon runs out. */
const bodies = (person: string): object[] => [
  { kind: 'person', key: 'responsible', appointmentId: person, fromDay: '2021-01-01' },
  {
    kind: 'funding',
    source: '县政数局部门预算',
    amount: 60_000,
    fromDay: '2026-01-01',
    validTo: '2026-12-31',
  },
  {
    kind: 'service',
    name: '办事指南查询',
    serviceKind: 'query',
    url: 'https://example.gov.cn/guide',
    signOn: false,
    fromDay: '2022-03-01',
  },
];

/** Begins one ledger, so that its page and the list of what is missing have something to show. */
export async function fillLedgers(ctx: Context, units: ReadonlyMap<string, Unit>): Promise<void> {
  const unit = units.get(KEPT.unit);
  const key = await findAccountKey(ctx, { platform: KEPT.platform, uid: KEPT.uid });
  const leader = unit && (await heldAround(ctx, unit)).find(({ unitId }) => unitId === unit.id);
  if (!key || !leader) throw new Error('demonstration: no account for the ledger');
  const place = await accountPlace(ctx, key.jurisdiction, key.id);
  for (const body of bodies(leader.appointmentId)) {
    const parsed: KeepBody = keepBody.parse(body);
    const outcome = await keepRecord(ctx, place, parsed);
    if (!outcome.ok) throw new Error(outcome.problems.map(({ code }) => code).join(', '));
  }
}
