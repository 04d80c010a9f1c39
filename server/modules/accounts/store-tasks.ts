import type { Tx } from '../../kernel/db/database.ts';
import type { Day } from '../../policy/index.ts';
import type { Filing, FilingState } from './model.ts';
import type { Tables } from './tables.ts';

/** A filing on which its host has a next step to take. */
export interface OpenFiling {
  readonly jurisdiction: string;
  readonly id: string;
  readonly state: Extract<FilingState, 'draft' | 'returned' | 'approved'>;
  readonly kind: Filing['kind'];
  readonly name: string | null;
  readonly platform: string | null;
  readonly hostName: string;
  /** The first day on which it may take effect, while the public is being told. */
  readonly earliestOn: Day | null;
}

const LIMIT = 300;

/** The filings of units that wait for their host: drafts, returned ones, and approved ones whose opening or effect is not recorded. */
export async function readOpenFilings(
  tx: Tx,
  jurisdictions: readonly string[],
  units: readonly string[],
): Promise<OpenFiling[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('filings')
    .select(['jurisdiction_id', 'id', 'state', 'kind', 'name', 'platform', 'host_name'])
    .select((eb) =>
      eb
        .selectFrom('public_notices as n')
        .whereRef('n.jurisdiction_id', '=', 'filings.jurisdiction_id')
        .whereRef('n.filing_id', '=', 'filings.id')
        .where('n.state', '=', 'standing')
        .select((each) => each.fn.max('n.earliest_effect_on').as('on'))
        .as('earliest_on'),
    )
    .where('jurisdiction_id', 'in', [...jurisdictions])
    .where('host_unit_id', 'in', [...units])
    .where('state', 'in', ['draft', 'returned', 'approved'])
    .orderBy('updated_at', 'desc')
    .limit(LIMIT)
    .execute();
  return rows.map((r) => ({
    jurisdiction: r.jurisdiction_id,
    id: r.id,
    state: r.state as OpenFiling['state'],
    kind: r.kind as OpenFiling['kind'],
    name: r.name,
    platform: r.platform,
    hostName: r.host_name,
    earliestOn: r.earliest_on,
  }));
}

/** What a filing is about and how far it is. */
export async function readFilingBrief(
  tx: Tx,
  jurisdiction: string,
  id: string,
): Promise<Pick<Filing, 'id' | 'kind' | 'accountId' | 'state'> | undefined> {
  const row = await tx
    .withTables<Tables>()
    .selectFrom('filings')
    .select(['id', 'kind', 'account_id', 'state'])
    .where('jurisdiction_id', '=', jurisdiction)
    .where('id', '=', id)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      kind: row.kind as Filing['kind'],
      accountId: row.account_id,
      state: row.state as FilingState,
    }
  );
}
