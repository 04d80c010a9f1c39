import { sql } from 'kysely';
import { refusingClash } from '../../kernel/db/clash.ts';
import type { Tx } from '../../kernel/db/database.ts';
import type { Site } from './model.ts';
import type { Tables } from './tables.ts';

const siteColumns = [
  'jurisdiction_id as jurisdiction',
  'id',
  'name',
  'site_code as siteCode',
  'icp',
  'police',
  'host_unit_id as hostUnitId',
  'host_name as hostName',
  'account_id as accountId',
  'opened_on as openedOn',
  'version',
] as const;

type Bare = Omit<Site, 'domains'>;

async function withDomains(tx: Tx, sites: readonly Bare[]): Promise<Site[]> {
  if (sites.length === 0) return [];
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('site_domains')
    .select(['domain', 'site_id'])
    .where('jurisdiction_id', 'in', [...new Set(sites.map(({ jurisdiction }) => jurisdiction))])
    .where(
      'site_id',
      'in',
      sites.map(({ id }) => id),
    )
    .orderBy('site_id')
    .orderBy('position')
    .execute();
  return sites.map((site) => ({
    ...site,
    domains: rows.filter((row) => row.site_id === site.id).map((row) => row.domain),
  }));
}

export async function insertSite(tx: Tx, site: Site, at: string): Promise<void> {
  const insert = tx
    .withTables<Tables>()
    .insertInto('sites')
    .values({
      jurisdiction_id: site.jurisdiction,
      id: site.id,
      ...changeable(site),
      host_unit_id: site.hostUnitId,
      host_name: site.hostName,
      version: site.version,
      created_at: at,
    })
    .execute();
  await refusingClash(insert, 'sites.code-taken', { code: site.siteCode });
  await writeDomains(tx, site);
}

function changeable(site: Site) {
  return {
    name: site.name,
    site_code: site.siteCode,
    icp: site.icp,
    police: site.police,
    account_id: site.accountId,
    opened_on: site.openedOn,
  };
}

/** Writes a site as it now is. The caller holds its row and has counted its version. */
export async function updateSite(tx: Tx, site: Site): Promise<void> {
  const update = tx
    .withTables<Tables>()
    .updateTable('sites')
    .set({ ...changeable(site), version: site.version })
    .where('jurisdiction_id', '=', site.jurisdiction)
    .where('id', '=', site.id)
    .execute();
  await refusingClash(update, 'sites.code-taken', { code: site.siteCode });
  await tx
    .withTables<Tables>()
    .deleteFrom('site_domains')
    .where('jurisdiction_id', '=', site.jurisdiction)
    .where('site_id', '=', site.id)
    .execute();
  await writeDomains(tx, site);
}

async function writeDomains(tx: Tx, site: Site): Promise<void> {
  const rows = site.domains.map((domain, position) => ({
    jurisdiction_id: site.jurisdiction,
    domain,
    site_id: site.id,
    position,
  }));
  const insert = tx.withTables<Tables>().insertInto('site_domains').values(rows).execute();
  await refusingClash(insert, 'sites.domain-taken', { domain: site.domains.join(' ') });
}

export async function readSite(tx: Tx, jurisdiction: string, id: string): Promise<Site | undefined> {
  const row = await siteByKey(tx, jurisdiction, id).executeTakeFirst();
  return row && (await withDomains(tx, [row]))[0];
}

/** As readSite, holding the row: whoever adds to a site waits for whoever is adding, so that initials are given once. */
export async function lockSite(tx: Tx, jurisdiction: string, id: string): Promise<Site | undefined> {
  const row = await siteByKey(tx, jurisdiction, id).forUpdate().executeTakeFirst();
  return row && (await withDomains(tx, [row]))[0];
}

function siteByKey(tx: Tx, jurisdiction: string, id: string) {
  return tx
    .withTables<Tables>()
    .selectFrom('sites')
    .select(siteColumns)
    .where('jurisdiction_id', '=', jurisdiction)
    .where('id', '=', id);
}

/** Domains among these that lead to another site of the jurisdiction. */
export async function readTakenDomains(
  tx: Tx,
  about: {
    readonly jurisdiction: string;
    readonly domains: readonly string[];
    readonly except: string | null;
  },
): Promise<string[]> {
  if (about.domains.length === 0) return [];
  let q = tx
    .withTables<Tables>()
    .selectFrom('site_domains')
    .select('domain')
    .where('jurisdiction_id', '=', about.jurisdiction)
    .where('domain', 'in', [...about.domains]);
  if (about.except !== null) q = q.where('site_id', '!=', about.except);
  return (await q.execute()).map(({ domain }) => domain);
}

/** A site as a list shows it, with the number of its standing sections and columns. */
export type SiteLine = Site & { readonly sections: number; readonly columns: number };

/** A page of the sites of some jurisdictions; null: of all that the session may see. */
export async function findSites(
  tx: Tx,
  asked: { readonly jurisdictions: readonly string[] | null; readonly page: number; readonly size: number },
): Promise<{ items: SiteLine[]; total: number }> {
  let q = tx.withTables<Tables>().selectFrom('sites');
  if (asked.jurisdictions)
    q = q.where(sql<boolean>`jurisdiction_id = any(${[...asked.jurisdictions]}::text[])`);
  const { total } = await q.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await q
    .select(siteColumns)
    .select([standing('site_sections').as('sections'), standing('site_columns').as('columns')])
    .orderBy('jurisdiction_id')
    .orderBy('created_at')
    .orderBy('id')
    .limit(asked.size)
    .offset((asked.page - 1) * asked.size)
    .execute();
  const sites = await withDomains(tx, rows);
  const items = sites.map((site, index) => ({
    ...site,
    sections: Number(rows[index]?.sections ?? 0),
    columns: Number(rows[index]?.columns ?? 0),
  }));
  return { items, total: Number(total) };
}

function standing(table: 'site_sections' | 'site_columns') {
  return sql<number>`(select count(*) from ${sql.table(table)} part
    where part.jurisdiction_id = sites.jurisdiction_id and part.site_id = sites.id and part.closed_on is null)`;
}

/** The domains of all websites of a jurisdiction, in their order. */
export async function readDomains(tx: Tx, jurisdiction: string): Promise<string[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('site_domains')
    .select('domain')
    .where('jurisdiction_id', '=', jurisdiction)
    .orderBy('domain')
    .execute();
  return rows.map(({ domain }) => domain);
}
