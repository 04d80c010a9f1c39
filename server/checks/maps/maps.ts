import type { Cue, Detector, Prepared, Raw } from '../finding.ts';
import { after, rawAt, rawWhole } from '../place.ts';

const CUES: readonly Cue[] = [{ kind: 'review-number', terms: ['审图号'] }];
const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼港澳台';
/** 地图管理条例, 地图审核管理规定: GS（2023）1234号, GS京（2023）0123号, 苏S（2021）021号, 粤BS（2022）003号. */
const NUMBER = new RegExp(
  `^(?:gs ?[${PROVINCES}]?|[${PROVINCES}] ?[a-z]{0,2} ?s|[${PROVINCES}]图审字) ?[([〔【] ?(\\d{4}) ?[)\\]〕】] ?(?:第 ?)?\\d{1,5} ?号`,
);
const FIRST_YEAR = 1996;
const LAST_YEAR = 2099;

/**
 * Maps that a person has to look at: a declared map without a valid review number, and review numbers of no valid
 * form (WJ-9b). The check reads words; whether a picture shows the borders rightly it cannot see, and says so.
 */
export function createMaps(): Detector {
  return { id: 'map', cues: CUES, find: (doc) => [...writtenNumbers(doc), ...declaredMaps(doc)] };
}

/** Where in folded words a review number starts them: its length, or 0. */
function numberLength(words: string): number {
  const match = NUMBER.exec(words);
  const year = Number(match?.[1] ?? 0);
  return match && year >= FIRST_YEAR && year <= LAST_YEAR ? match[0].length : 0;
}

function writtenNumbers(doc: Prepared): Raw[] {
  return doc.hitsOf('map').flatMap((hit) => {
    const words = after(doc.folded, hit.to, 40);
    const label = /^[\s:：为是]{1,4}/.exec(words)?.[0].length ?? 0;
    const number = words.slice(label);
    if (label === 0 || !/^[a-z0-9]|^.[a-z]|^.图审字/.test(number) || numberLength(number) > 0) return [];
    const length = /^[^\s,，。;；]{1,24}/.exec(number)?.[0].length ?? 0;
    return [rawAt(doc, { from: hit.from, to: hit.to + label + length }, 'review-number-form', 'warn')];
  });
}

function declaredMaps(doc: Prepared): Raw[] {
  const maps = doc.context.maps ?? [];
  const isNumbered = doc.hitsOf('map').some((hit) => {
    const words = after(doc.folded, hit.to, 40).replace(/^[\s:：为是]{0,4}/, '');
    return numberLength(words) > 0;
  });
  return maps.flatMap(({ reviewNumber, label }) => {
    const given =
      reviewNumber
        ?.normalize('NFKC')
        .trim()
        .toLowerCase()
        .replace(/^审图号[\s:：]*/, '') ?? '';
    const isValid = given !== '' && numberLength(given) === given.length;
    if (isValid || (given === '' && isNumbered && maps.length === 1)) return [];
    const kind = given === '' ? 'map-without-number' : 'map-number-form';
    return [rawWhole(kind, 'warn', { facts: { label: label.slice(0, 60) } })];
  });
}
