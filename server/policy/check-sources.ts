import { hintFor } from './hint.ts';
import type { PackProblem } from './model.ts';
import type { PackSource } from './pack-set.ts';
import type { ParsedPack } from './parse-pack.ts';
import { problemAt } from './place.ts';

const WARN_DAYS = 90;

type SourcesByPack = ReadonlyMap<ParsedPack, Map<string, PackSource>>;

/** The documents of one pack by id; a repeated id is a problem. */
export function sourcesOf(pack: ParsedPack, problems: PackProblem[]): Map<string, PackSource> {
  const sources = new Map<string, PackSource>();
  for (const [i, entry] of pack.head.sources.entries()) {
    if (sources.has(entry.id))
      problems.push(problemAt(pack.place, ['sources', i, 'id'], `文件编号 ${entry.id} 重复`));
    sources.set(entry.id, {
      id: entry.id,
      title: entry.title,
      number: entry.number,
      issued: entry.issued,
      from: entry.inForce.from,
      until: entry.inForce.until,
      repealedBy: undefined,
      assumed: entry.inForce.assumed ? entry.inForce.note : undefined,
      warnDays: entry.warnDays ?? WARN_DAYS,
      restsOn: entry.restsOn ?? [],
      scope: entry.scope,
      repeals: entry.repeals ?? [],
      clauses: entry.clauses ?? [],
    });
  }
  return sources;
}

/** Ends every repealed document on the day its successor takes effect. */
export function endRepealed(all: SourcesByPack, problems: PackProblem[]): void {
  for (const [pack, sources] of all) {
    for (const [i, entry] of pack.head.sources.entries()) {
      for (const [k, reference] of (entry.repeals ?? []).entries()) {
        const found = findSource(all, pack, reference);
        const at = ['sources', i, 'repeals', k];
        if (!found)
          problems.push(
            problemAt(
              pack.place,
              at,
              `没有文件 ${reference}`,
              hintFor(reference, sources.keys()) ?? '被废止的文件也要在 sources 里声明',
            ),
          );
        else if (found.from >= entry.inForce.from)
          problems.push(
            problemAt(pack.place, at, `${reference} 并不早于废止它的文件`, '被废止文件的施行日期应当更早'),
          );
        else end(found, entry.inForce.from, entry.title);
      }
    }
  }
}

function end(source: PackSource, day: string, by: string): void {
  if (source.until !== undefined && source.until <= day) return;
  source.until = day;
  source.repealedBy = by;
}

function findSource(all: SourcesByPack, pack: ParsedPack, reference: string): PackSource | undefined {
  const [first, second] = reference.split('/');
  if (second === undefined) return all.get(pack)?.get(reference);
  for (const [other, sources] of all) if (other.head.id === first) return sources.get(second);
  return undefined;
}
