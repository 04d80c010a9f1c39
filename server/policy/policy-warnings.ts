import { daysBetween } from './calendar/index.ts';
import type { Day } from './model.ts';
import type { Pack, PackSet, PackSource } from './pack-set.ts';
import type { Level } from './standing.ts';

/** A document whose validity needs attention: it has ended, or ends soon, or its dates are assumed. */
export interface PolicyWarning {
  kind: 'lapsed' | 'repealed' | 'lapses-soon' | 'repealed-soon' | 'assumed';
  pack: string;
  source: string;
  title: string;
  /** The day the document ends or ended; for 'assumed' the assumed day. */
  day: Day;
  text: string;
}

/** Warnings for the documents that some record of these levels rests on, nearest level first. */
export function warningsOf(levels: readonly Level[], on: Day): PolicyWarning[] {
  return levels.flatMap(({ pack }) => warningsOfPack(pack, on));
}

/** Warnings for all packs loaded, whatever jurisdiction they govern. */
export function warningsOfPacks({ packs }: PackSet, on: Day): PolicyWarning[] {
  return packs.flatMap((pack) => warningsOfPack(pack, on));
}

function warningsOfPack(pack: Pack, on: Day): PolicyWarning[] {
  const used = new Set(pack.records.map(({ basis }) => basis.source));
  return [...pack.sources.values()]
    .filter(({ id }) => used.has(id))
    .flatMap((source) => [...validity(pack.id, source, on), ...assumption(pack.id, source, on)]);
}

function validity(pack: string, source: PackSource, on: Day): PolicyWarning[] {
  const { id, title, until, repealedBy, warnDays } = source;
  if (until === undefined) return [];
  const about = { pack, source: id, title, day: until };
  if (until <= on && repealedBy)
    return [{ ...about, kind: 'repealed', text: `《${title}》已于 ${until} 被《${repealedBy}》废止` }];
  if (until <= on)
    return [
      { ...about, kind: 'lapsed', text: `《${title}》已于 ${until} 失效，其规定不再适用，按上级规定执行` },
    ];
  const left = daysBetween(on, until);
  if (left > warnDays || source.from > on) return [];
  if (repealedBy) {
    return [
      {
        ...about,
        kind: 'repealed-soon',
        text: `《${title}》将于 ${until} 被《${repealedBy}》废止，还有 ${left} 天`,
      },
    ];
  }
  return [
    { ...about, kind: 'lapses-soon', text: `《${title}》还有 ${left} 天失效（${until}），请及早修订或延续` },
  ];
}

function assumption(pack: string, { id, title, from, assumed }: PackSource, on: Day): PolicyWarning[] {
  if (assumed === undefined || from > on) return [];
  return [
    {
      kind: 'assumed',
      pack,
      source: id,
      title,
      day: from,
      text: `《${title}》的施行日期 ${from} 是推定的：${assumed}`,
    },
  ];
}
