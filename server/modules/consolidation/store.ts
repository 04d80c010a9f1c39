import { type Selectable, sql } from 'kysely';
import type { Tx } from '../../kernel/db/database.ts';
import type { OrderAction, Proposal, ProposalKind, ProposalState, Run, Thresholds } from './model.ts';
import type { Tables } from './tables.ts';

type Row = Selectable<Tables['consolidation_proposals']>;

function toRow(p: Proposal): Tables['consolidation_proposals'] {
  return {
    jurisdiction_id: p.jurisdiction,
    id: p.id,
    key: p.key,
    kind: p.kind,
    host_unit_id: p.hostUnitId,
    host_path: [...p.hostPath],
    host_name: p.hostName,
    accounts: JSON.stringify(p.accounts),
    reasons: JSON.stringify(p.reasons),
    thresholds: p.thresholds && JSON.stringify(p.thresholds),
    basis: JSON.stringify(p.basis),
    pack: p.pack,
    pack_version: p.packVersion,
    state: p.state,
    first_seen_at: p.firstSeenAt,
    last_seen_at: p.lastSeenAt,
    dismissed_reason: p.dismissedReason,
    dismissed_by: p.dismissedBy,
    dismissed_at: p.dismissedAt,
    action: p.action,
    main_account_id: p.mainAccountId,
    instruction: p.instruction,
    term: p.term && JSON.stringify(p.term),
    due_on: p.dueOn,
    deadline_id: p.deadlineId,
    ordered_at: p.orderedAt,
    ordered_by: p.orderedBy,
    ended_at: p.endedAt,
    version: p.version,
  };
}

function toProposal(r: Row): Proposal {
  return {
    jurisdiction: r.jurisdiction_id,
    id: r.id,
    key: r.key,
    kind: r.kind as ProposalKind,
    hostUnitId: r.host_unit_id,
    hostPath: r.host_path,
    hostName: r.host_name,
    accounts: r.accounts as unknown as Proposal['accounts'],
    reasons: r.reasons as unknown as Proposal['reasons'],
    thresholds: r.thresholds as unknown as Proposal['thresholds'],
    basis: r.basis as unknown as Proposal['basis'],
    pack: r.pack,
    packVersion: r.pack_version,
    state: r.state as ProposalState,
    firstSeenAt: r.first_seen_at,
    lastSeenAt: r.last_seen_at,
    dismissedReason: r.dismissed_reason,
    dismissedBy: r.dismissed_by,
    dismissedAt: r.dismissed_at,
    action: r.action as OrderAction | null,
    mainAccountId: r.main_account_id,
    instruction: r.instruction,
    term: r.term as unknown as Proposal['term'],
    dueOn: r.due_on,
    deadlineId: r.deadline_id,
    orderedAt: r.ordered_at,
    orderedBy: r.ordered_by,
    endedAt: r.ended_at,
    version: r.version,
  };
}

const AT_A_TIME = 500;

/** Writes new proposals, some hundred at a time. */
export async function insertProposals(tx: Tx, proposals: readonly Proposal[]): Promise<void> {
  for (let at = 0; at < proposals.length; at += AT_A_TIME) {
    await tx
      .withTables<Tables>()
      .insertInto('consolidation_proposals')
      .values(proposals.slice(at, at + AT_A_TIME).map(toRow))
      .execute();
  }
}

/** Writes proposals as they now are, all in one statement. The caller holds them. */
export async function updateProposals(tx: Tx, proposals: readonly Proposal[]): Promise<void> {
  if (proposals.length === 0) return;
  await sql`update consolidation_proposals p
      set (host_unit_id, host_path, host_name, accounts, reasons, thresholds, basis, pack, pack_version, state,
           last_seen_at, dismissed_reason, dismissed_by, dismissed_at, action, main_account_id, instruction, term, due_on,
           deadline_id, ordered_at, ordered_by, ended_at, version)
        = (n.host_unit_id, n.host_path, n.host_name, n.accounts, n.reasons, n.thresholds, n.basis, n.pack,
           n.pack_version, n.state, n.last_seen_at, n.dismissed_reason, n.dismissed_by, n.dismissed_at, n.action,
           n.main_account_id, n.instruction, n.term, n.due_on, n.deadline_id, n.ordered_at, n.ordered_by, n.ended_at,
           n.version)
     from jsonb_populate_recordset(null::consolidation_proposals, ${JSON.stringify(proposals.map(asRecord))}::jsonb) n
    where p.jurisdiction_id = n.jurisdiction_id and p.id = n.id`.execute(tx);
}

/** A row whose jsonb columns are values and not text. */
function asRecord(p: Proposal) {
  const { accounts, reasons, thresholds, basis, term } = p;
  return { ...toRow(p), accounts, reasons, thresholds, basis, term };
}

function byKey(tx: Tx, jurisdiction: string, id: string) {
  return tx
    .withTables<Tables>()
    .selectFrom('consolidation_proposals')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .where('id', '=', id);
}

export async function readProposal(tx: Tx, jurisdiction: string, id: string): Promise<Proposal | undefined> {
  const row = await byKey(tx, jurisdiction, id).executeTakeFirst();
  return row && toProposal(row);
}

/** Holds a proposal until the transaction ends: two who would order it wait for each other. */
export async function lockProposal(tx: Tx, jurisdiction: string, id: string): Promise<Proposal | undefined> {
  const row = await byKey(tx, jurisdiction, id).forUpdate().executeTakeFirst();
  return row && toProposal(row);
}

/** Lets only one analysis or order of a jurisdiction happen at a time: what each rests on is what the other leaves. */
export async function holdJurisdiction(tx: Tx, jurisdiction: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`consolidation ${jurisdiction}`}))`.execute(tx);
}

/** Everything of a jurisdiction that is not done, held. */
export async function lockStanding(tx: Tx, jurisdiction: string): Promise<Proposal[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('consolidation_proposals')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .where('state', '!=', 'done')
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(toProposal);
}

export interface ProposalFilter {
  /** All that the session may see of jurisdictions; '*' everything. */
  readonly scope: readonly string[] | '*';
  /** Jurisdictions of which everything is shown. */
  readonly overseen: readonly string[] | '*';
  /** Units of which, and of all below which, what is ordered is shown. */
  readonly units: readonly string[];
  readonly jurisdictions: readonly string[] | null;
  readonly state?: string | undefined;
  readonly kind?: string | undefined;
  readonly q?: string | undefined;
  readonly account?: string | undefined;
  readonly page: number;
  readonly size: number;
}

function filtered(tx: Tx, filter: ProposalFilter) {
  const { scope, overseen, jurisdictions: asked } = filter;
  const within = scope === '*' ? asked : scope.filter((code) => asked === null || asked.includes(code));
  let q = tx.withTables<Tables>().selectFrom('consolidation_proposals');
  if (within) q = q.where(sql<boolean>`jurisdiction_id = any(${[...within]}::text[])`);
  if (overseen !== '*') {
    q = q.where(
      sql<boolean>`(jurisdiction_id = any(${[...overseen]}::text[])
        or action is not null and host_path && ${[...filter.units]}::uuid[])`,
    );
  }
  if (filter.kind) q = q.where('kind', '=', filter.kind);
  if (filter.account)
    q = q.where(sql<boolean>`accounts @> ${JSON.stringify([{ id: filter.account }])}::jsonb`);
  if (filter.q)
    q = q.where(sql<boolean>`(strpos(lower(host_name), lower(${filter.q})) > 0
      or exists (select 1 from jsonb_array_elements(accounts) a where strpos(lower(a ->> 'name'), lower(${filter.q})) > 0))`);
  return q;
}

/** A page of proposals with the total, and how many there are in each state. */
export async function findProposals(
  tx: Tx,
  filter: ProposalFilter,
): Promise<{ items: Proposal[]; total: number; counts: Record<string, number> }> {
  const all = filtered(tx, filter);
  const counted = await all
    .select(['state', (eb) => eb.fn.countAll<number>().as('n')])
    .groupBy('state')
    .execute();
  const counts = Object.fromEntries(counted.map(({ state, n }) => [state, Number(n)]));
  const q = filter.state ? all.where('state', '=', filter.state) : all;
  const rows = await q
    .selectAll()
    .orderBy(
      sql`array_position(array['same-platform', 'several-apps', 'unmaintained', 'no-maintainer', 'idle', 'similar', 'low-use'], kind)`,
    )
    .orderBy('host_name')
    .orderBy('id')
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
    .execute();
  const total = filter.state ? (counts[filter.state] ?? 0) : Object.values(counts).reduce((a, n) => a + n, 0);
  return { items: rows.map(toProposal), total, counts };
}

export async function insertRun(tx: Tx, run: Run): Promise<void> {
  await tx
    .withTables<Tables>()
    .insertInto('consolidation_runs')
    .values({
      jurisdiction_id: run.jurisdiction,
      id: run.id,
      thresholds: JSON.stringify(run.thresholds),
      accounts: run.accounts,
      standing: run.standing,
      appeared: run.appeared,
      gone: run.gone,
      ran_at: run.ranAt,
      ran_by: run.ranBy,
      ran_by_name: run.ranByName,
    })
    .execute();
}

/** The latest analysis of a jurisdiction. */
export async function readLastRun(tx: Tx, jurisdiction: string): Promise<Run | undefined> {
  const r = await tx
    .withTables<Tables>()
    .selectFrom('consolidation_runs')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .orderBy('ran_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (
    r && {
      jurisdiction: r.jurisdiction_id,
      id: r.id,
      thresholds: r.thresholds as unknown as Thresholds,
      accounts: r.accounts,
      standing: r.standing,
      appeared: r.appeared,
      gone: r.gone,
      ranAt: r.ran_at,
      ranBy: r.ran_by,
      ranByName: r.ran_by_name,
    }
  );
}
