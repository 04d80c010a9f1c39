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
  test: string | null;
}

/** Every clause of every pack, in the order of the packs; a recorded one names its records as 'file#path'. */
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
      where: clause.status === 'recorded' ? (places.get(clause.id) ?? []).join('；') : (clause.where ?? null),
      test: clause.status === 'enforced' ? (clause.test ?? null) : null,
    }));
  });
}
