import type { PackSet } from './pack-set.ts';
import { pathText } from './zod-problems.ts';

/** One clause of a regulation: where in packs or code it stands, and the test that proves it. */
export interface TraceRow {
  id: string;
  pack: string;
  article: string;
  capability: string;
  summary: string;
  status: 'enforced' | 'recorded' | 'not-enforced';
  where: string | null;
  /** 'file › title' of each proof, several joined by '；'. */
  test: string | null;
  /** What is still missing, or why the clause is judged as it is. */
  note: string | null;
}

/**
 * Every clause of every pack, in the order of the packs. An enforced one names its code; the others name the records
 * that hold their figures as 'file#path rule', none where nothing stands in a pack yet.
 */
export function traceOf(packs: PackSet): TraceRow[] {
  return packs.packs.flatMap((pack) => {
    const places = new Map<string, string[]>();
    const note = (clause: string, place: string) =>
      places.set(clause, [...(places.get(clause) ?? []), place]);
    for (const source of pack.sources.values())
      for (const id of source.clauses) note(id, `${pack.file}#${source.id}`);
    for (const record of pack.records) {
      for (const id of record.clauses) note(id, `${record.file}#${pathText(record.path)} ${record.rule}`);
    }
    return pack.clauses.map((clause) => ({
      id: clause.id,
      pack: pack.id,
      article: clause.article,
      capability: clause.capability,
      summary: clause.summary,
      status: clause.status,
      where: clause.where ?? places.get(clause.id)?.join('；') ?? null,
      test: clause.test?.join('；') ?? null,
      note: clause.note ?? null,
    }));
  });
}
