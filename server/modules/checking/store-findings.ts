import type { Selectable } from 'kysely';
import type { Tx } from '../../kernel/db/database.ts';
import type { CheckedDocument, KeptFinding, Override } from './model.ts';
import type { Tables } from './tables.ts';

type DocumentKey = Pick<CheckedDocument, 'jurisdiction' | 'checkId' | 'position'>;

const AT_ONCE = 500;

function toRow(key: DocumentKey, f: KeptFinding): Tables['check_findings'] {
  return {
    jurisdiction_id: key.jurisdiction,
    check_id: key.checkId,
    position: key.position,
    number: f.number,
    detector: f.detector,
    kind: f.kind,
    severity: f.severity,
    start_at: f.start,
    end_at: f.end,
    excerpt: f.excerpt,
    before_text: f.before,
    after_text: f.after,
    passage_digest: f.passageDigest,
    message: f.message,
    suggestion: f.suggestion,
    basis: f.basis && JSON.stringify(f.basis),
    confidence: f.confidence,
    exempted: f.exempted && JSON.stringify(f.exempted),
    spot: JSON.stringify(f.spot),
  };
}

function toFinding(r: Selectable<Tables['check_findings']>): KeptFinding {
  return {
    number: r.number,
    detector: r.detector as KeptFinding['detector'],
    kind: r.kind,
    severity: r.severity as KeptFinding['severity'],
    start: r.start_at,
    end: r.end_at,
    excerpt: r.excerpt,
    before: r.before_text,
    after: r.after_text,
    passageDigest: r.passage_digest,
    message: r.message,
    suggestion: r.suggestion,
    basis: r.basis as unknown as KeptFinding['basis'],
    confidence: r.confidence,
    exempted: r.exempted as unknown as KeptFinding['exempted'],
    spot: r.spot as unknown as KeptFinding['spot'],
  };
}

export async function insertFindings(
  tx: Tx,
  key: DocumentKey,
  findings: readonly KeptFinding[],
): Promise<void> {
  for (let from = 0; from < findings.length; from += AT_ONCE) {
    const rows = findings.slice(from, from + AT_ONCE).map((each) => toRow(key, each));
    await tx.withTables<Tables>().insertInto('check_findings').values(rows).execute();
  }
}

/** The findings of one document, by place. */
export async function readFindings(tx: Tx, key: DocumentKey): Promise<KeptFinding[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('check_findings')
    .selectAll()
    .where('jurisdiction_id', '=', key.jurisdiction)
    .where('check_id', '=', key.checkId)
    .where('position', '=', key.position)
    .orderBy('number')
    .execute();
  return rows.map(toFinding);
}

function toOverride(r: Selectable<Tables['check_overrides']>): Override {
  return {
    jurisdiction: r.jurisdiction_id,
    id: r.id,
    unitId: r.unit_id,
    passageDigest: r.passage_digest,
    detector: r.detector as Override['detector'],
    kind: r.kind,
    severity: r.severity as Override['severity'],
    excerpt: r.excerpt,
    message: r.message,
    reason: r.reason,
    checkId: r.check_id,
    textDigest: r.text_digest,
    personId: r.person_id,
    personName: r.person_name,
    postTitle: r.post_title,
    at: r.at,
  };
}

/** Keeps an override; false where the same finding was overridden before or meanwhile. */
export async function insertOverride(tx: Tx, o: Override): Promise<boolean> {
  const result = await tx
    .withTables<Tables>()
    .insertInto('check_overrides')
    .values({
      jurisdiction_id: o.jurisdiction,
      id: o.id,
      unit_id: o.unitId,
      passage_digest: o.passageDigest,
      detector: o.detector,
      kind: o.kind,
      severity: o.severity,
      excerpt: o.excerpt,
      message: o.message,
      reason: o.reason,
      check_id: o.checkId,
      text_digest: o.textDigest,
      person_id: o.personId,
      person_name: o.personName,
      post_title: o.postTitle,
      at: o.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Overrides of sentences, or of a whole text, by their digests; of one unit where one is given. */
export async function findOverrides(
  tx: Tx,
  about: { jurisdiction: string; unitId?: string; digests: readonly string[]; textDigest?: string },
): Promise<Override[]> {
  if (about.digests.length === 0 && about.textDigest === undefined) return [];
  let q = tx
    .withTables<Tables>()
    .selectFrom('check_overrides')
    .selectAll()
    .where('jurisdiction_id', '=', about.jurisdiction)
    .where((eb) =>
      eb.or([
        ...(about.digests.length > 0 ? [eb('passage_digest', 'in', [...about.digests])] : []),
        ...(about.textDigest === undefined ? [] : [eb('text_digest', '=', about.textDigest)]),
      ]),
    );
  if (about.unitId !== undefined) q = q.where('unit_id', '=', about.unitId);
  return (await q.orderBy('at').orderBy('id').execute()).map(toOverride);
}

/** A page of overrides of units, the latest first. */
export async function listOverrides(
  tx: Tx,
  filter: { units: readonly string[]; jurisdictions: readonly string[]; page: number; size: number },
): Promise<{ items: Override[]; total: number }> {
  if (filter.units.length === 0 && filter.jurisdictions.length === 0) return { items: [], total: 0 };
  const q = tx
    .withTables<Tables>()
    .selectFrom('check_overrides')
    .where((eb) =>
      eb.or([
        ...(filter.units.length > 0 ? [eb('unit_id', 'in', [...filter.units])] : []),
        ...(filter.jurisdictions.length > 0 ? [eb('jurisdiction_id', 'in', [...filter.jurisdictions])] : []),
      ]),
    );
  const { total } = await q.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await q
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
    .execute();
  return { items: rows.map(toOverride), total };
}
