import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../kernel/db/database.ts';
import type { CaseFacts, Day } from '../../policy/index.ts';
import { appointmentRelation, outsideOperatorRelation, unitFactsRelation } from '../directory/index.ts';
import { type Demand, type Gap, HORIZON_DAYS, operatorKinds } from './model.ts';

/** Hosts of whom a policy asks the same. */
export interface HostClass {
  readonly jurisdiction: string;
  readonly facts: Pick<CaseFacts, 'tier' | 'unitKind' | 'underPark'>;
}

export interface ClassDemands extends HostClass {
  readonly demands: readonly Demand[];
}

export interface FoundGaps {
  readonly items: readonly Gap[];
  readonly total: number;
  /** How many accounts and units have anything that is not only to come. */
  readonly places: number;
  readonly counts: readonly GapCount[];
}

/** The classes of hosts that a relation of accounts has. */
export async function readHostClasses(tx: Tx, accounts: RawBuilder<unknown>): Promise<HostClass[]> {
  const { rows } = await sql<{ j: string; tier: string | null; kind: string; park: boolean }>`
    select distinct a.jurisdiction_id as j, u.tier, u.kind, u.under_park as park
    from ${accounts} a join ${unitFactsRelation()} u on u.id = a.host_unit_id`.execute(tx);
  return rows.map(({ j, tier, kind, park }) => ({
    jurisdiction: j,
    facts: {
      tier: (tier ?? undefined) as CaseFacts['tier'],
      unitKind: kind as CaseFacts['unitKind'],
      underPark: park,
    },
  }));
}

export interface GapFilter {
  readonly state?: string | undefined;
  readonly kind?: string | undefined;
  /** Only what has a day on which it ends or ended. */
  readonly dated?: boolean | undefined;
  readonly page: number;
  readonly size: number;
}

export interface GapCount {
  readonly kind: Gap['demand']['kind'];
  readonly state: Gap['state'];
  readonly n: number;
  readonly accounts: number;
}

interface Line {
  demand: number | null;
  state: Gap['state'];
  jurisdiction_id: string;
  account_id: string | null;
  account_name: string | null;
  platform_name: string | null;
  host_unit_id: string;
  host_name: string;
  kind: string;
  key: string;
  title: string | null;
  until: Day | null;
  record_id: string | null;
}

/**
 * What is missing, has run out or soon will, for every account of a relation, in one statement: each thing asked of a
 * class is joined to what is kept; what is kept is looked at for its end and its flaws. A person who has left is what
 * the directory says of the appointment on the day.
 */
export async function findGaps(
  tx: Tx,
  asked: { readonly accounts: RawBuilder<unknown>; readonly classes: readonly ClassDemands[]; on: Day },
  filter: GapFilter,
): Promise<FoundGaps> {
  const demands = asked.classes.flatMap(({ demands: own }, c) => own.map((demand) => ({ c, demand })));
  if (asked.classes.length === 0) return { items: [], total: 0, places: 0, counts: [] };
  const where = sql`(${filter.state ?? null}::text is null or state = ${filter.state ?? null})
    and (${filter.kind ?? null}::text is null or kind = ${filter.kind ?? null})
    and (not ${filter.dated ?? false}::boolean or until is not null and state <> 'finding')`;
  const { rows } = await sql<{
    items: Line[];
    total: number;
    places: number;
    counts: GapCount[];
  }>`
    with ${gapsOf(asked, demands)}
    select
      (select count(*) from gaps where ${where}) as total,
      (select count(distinct coalesce(account_id, host_unit_id)) from gaps where state <> 'expiring') as places,
      (select coalesce(jsonb_agg(page), '[]') from (
        select * from gaps where ${where}
        order by rank, until nulls last, host_name, host_unit_id, account_name, account_id, kind, key, record_id
        limit ${filter.size} offset ${(filter.page - 1) * filter.size}) page) as items,
      (select coalesce(jsonb_agg(counted), '[]') from (
        select kind, state, count(*) as n, count(distinct coalesce(account_id, host_unit_id)) as accounts
        from gaps group by kind, state order by min(rank), count(*) desc, kind) counted) as counts`.execute(
    tx,
  );
  const [found] = rows;
  return {
    items: (found?.items ?? []).map((line) => toGap(line, demands)),
    total: Number(found?.total ?? 0),
    places: Number(found?.places ?? 0),
    counts: found?.counts ?? [],
  };
}

function toGap(line: Line, demands: readonly { demand: Demand }[]): Gap {
  const known = line.demand === null ? undefined : demands[line.demand]?.demand;
  const scope = line.account_id === null ? 'unit' : 'account';
  // What runs out is told even where no regulation of the area asks for it: then there is no basis to name.
  const unasked: Demand = {
    kind: line.kind as Demand['kind'],
    key: line.key,
    title: line.title ?? '',
    scope,
    need: 0,
    given: null,
    flaw: null,
    basis: [],
  };
  return {
    demand: known ?? unasked,
    state: line.state,
    jurisdiction: line.jurisdiction_id,
    accountId: line.account_id,
    accountName: line.account_name,
    platformName: line.platform_name,
    hostUnitId: line.host_unit_id,
    hostName: line.host_name,
    key: line.key,
    title: line.title,
    until: line.until,
    recordId: line.record_id,
  };
}

/**
 * The common table expressions that end in `gaps`. The planner knows nothing of lists that come with the statement and
 * takes a join with them for one row, after which it goes through all that is kept for each account. So the class of a
 * host is looked up and not joined, and what is kept is one row for each account before the demands come in.
 */
function gapsOf(
  { accounts, classes, on }: { accounts: RawBuilder<unknown>; classes: readonly HostClass[]; on: Day },
  demands: readonly { c: number; demand: Demand }[],
): RawBuilder<unknown> {
  const classRows = classes.map(({ jurisdiction, facts }, c) => ({
    c,
    j: jurisdiction,
    tier: facts.tier ?? null,
    kind: facts.unitKind,
    park: facts.underPark,
  }));
  const demandRows = demands.map(({ c, demand }, n) => ({
    n,
    c,
    kind: demand.kind,
    key: demand.key,
    scope: demand.scope,
    need: demand.need,
    given: demand.given,
    flaw: demand.flaw,
  }));
  return sql`
    cls as materialized (select * from jsonb_to_recordset(${JSON.stringify(classRows)}::jsonb)
      as x(c int, j text, tier text, kind text, park boolean)),
    dem as materialized (select * from jsonb_to_recordset(${JSON.stringify(demandRows)}::jsonb)
      as x(n int, c int, kind text, key text, scope text, need int, given text, flaw text)),
    fac as materialized (
      select a.*, (
        select cls.c from cls where cls.j = a.jurisdiction_id and cls.kind = u.kind and cls.park = u.under_park
          and cls.tier is not distinct from u.tier) as c
      from ${accounts} a join ${unitFactsRelation()} u on u.id = a.host_unit_id),
    hosts as materialized (select distinct jurisdiction_id, host_unit_id, host_name, c from fac),
    ${keptOf(on, [...new Set(classes.map(({ jurisdiction }) => jurisdiction))])},
    ${missingOf(on)},
    ${wrongOf(on)},
    gaps as materialized (
      select case state when 'expired' then 1 when 'vacant' then 2 when 'missing' then 3 when 'finding' then 4
        else 5 end as rank, every.*
      from (
        select * from missing_account union all select * from missing_unit union all select * from missing_operator
        union all select * from run_out union all select * from flawed) every)`;
}

/** What is kept on the day, with the day on which it ends; and its kinds and keys, one row for each account and unit. */
function keptOf(on: Day, jurisdictions: readonly string[]): RawBuilder<unknown> {
  return sql`
    rec as materialized (
      select r.id, r.jurisdiction_id, r.account_id, r.unit_id, r.kind, r.key, r.title, r.flaws,
        least(r.valid_to, ap.to_day) as until,
        coalesce(ap.to_day <= coalesce(r.valid_to, 'infinity'), false) as left_office
      from stewardship_records r
      left join ${appointmentRelation()} ap on ap.id = r.appointment_id
      where r.jurisdiction_id = any(${[...jurisdictions]}::text[])
        and r.unit_id in (select host_unit_id from hosts)
        and r.from_day <= ${on}::date and (r.to_day is null or r.to_day >= ${on}::date)),
    own as materialized (select account_id, array_agg(kind || ' ' || key) as keys from rec
      where account_id is not null group by account_id),
    shared as materialized (select unit_id, array_agg(kind || ' ' || key) as keys from rec
      where account_id is null group by unit_id)`;
}

/** What is asked and not there: of accounts, of units once for all accounts, and of units for each operator. */
function missingOf(on: Day): RawBuilder<unknown> {
  const nothing = sql`null::text as title, null::date as until, null::uuid as record_id`;
  return sql`
    missing_account as (
      select d.n as demand, 'missing'::text as state, f.jurisdiction_id, f.account_id, f.account_name,
        f.platform_name, f.host_unit_id, f.host_name, d.kind, d.key, ${nothing}
      from fac f left join own on own.account_id = f.account_id left join shared on shared.unit_id = f.host_unit_id
      join dem d on d.c = f.c and d.scope = 'account' and d.flaw is null
      where ${fewer(sql`own.keys || shared.keys`)}
        and (d.given is null or d.given = any(own.keys))),
    missing_unit as (
      select d.n, 'missing', h.jurisdiction_id, null::uuid, null::text, null::text, h.host_unit_id, h.host_name,
        d.kind, d.key, ${nothing}
      from hosts h left join shared on shared.unit_id = h.host_unit_id
      join dem d on d.c = h.c and d.scope = 'unit' and d.flaw is null and d.key <> ''
      where ${fewer(sql`shared.keys`)}),
    missing_operator as (
      select d.n, 'missing', h.jurisdiction_id, null::uuid, null::text, null::text, h.host_unit_id, h.host_name,
        d.kind, op.id::text, op.name, null::date, null::uuid
      from hosts h join ${outsideOperatorRelation(on)} op on op.host_unit_id = h.host_unit_id
      left join shared on shared.unit_id = h.host_unit_id
      join dem d on d.c = h.c and d.scope = 'unit' and d.flaw is null and d.key = ''
        and d.kind = any(${[...operatorKinds]}::text[])
      where not coalesce(d.kind || ' ' || op.id = any(shared.keys), false))`;
}

/** Fewer of the demand's kind and key are kept than it asks. */
function fewer(keys: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`coalesce(cardinality(array_positions(${keys}, d.kind || ' ' || d.key)), 0) < d.need`;
}

/** What is there and has run out, runs out within the horizon, or has a flaw that a regulation minds. */
function wrongOf(on: Day): RawBuilder<unknown> {
  const about = sql`r.jurisdiction_id, r.account_id, f.account_name, f.platform_name,
    r.unit_id, coalesce(f.host_name, h.host_name), r.kind, r.key, r.title, r.until, r.id`;
  const owners = sql`left join fac f on f.account_id = r.account_id
    left join hosts h on r.account_id is null and h.host_unit_id = r.unit_id`;
  return sql`
    run_out as (
      select d.n, case when r.until >= ${on}::date then 'expiring' when r.left_office then 'vacant'
        else 'expired' end, ${about}
      from rec r ${owners}
      left join dem d on d.c = coalesce(f.c, h.c) and d.flaw is null and d.kind = r.kind and d.key in (r.key, '')
      where r.until <= ${on}::date + ${HORIZON_DAYS}::int and coalesce(f.c, h.c) is not null),
    flawed as (
      select d.n, 'finding', ${about}
      from rec r ${owners}
      join dem d on d.c = coalesce(f.c, h.c) and d.flaw = any(r.flaws) and d.kind = r.kind and d.key in (r.key, '')
      where cardinality(r.flaws) > 0)`;
}
