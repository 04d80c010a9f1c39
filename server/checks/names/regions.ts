import type { Cue, Prepared, Raw } from '../finding.ts';
import { after, before, rawAt } from '../place.ts';

const KIND = 'countries';
/** What closes a row of names: 等国家, 等3个国家. */
export const COUNTRIES: Cue = { kind: KIND, terms: ['等国家', '个国家', '等国'] };
/** 中国香港、台湾等: a region of China in the row before, whose names stand between 、 和 与 及. */
const ROW =
  /(?:香港|澳门|台湾|港澳台?)(?:地区|特别行政区|特区|省)?(?:[、和与及][^,.;:，。；：、和与及\s]{1,10}){0,8}(?:等\s?(?:\d{1,3}|[一二三四五六七八九十多几余]{1,3}))?$/;
/** The row ends here: 等国家重点项目 is none of countries, 等国家和地区 is told rightly. */
const ROW_END =
  /^(?:$|[的之,，。.;；、:：)）\s](?!地区)|[游旅]客|客[商人]|企业|代表|媒体|留学|学[生者]|朋友|来|[进出]口|开展|建立|举行|访问|参加)/;
const REACH = 80;

/** Regions of China told among countries. */
export function findRegions(doc: Prepared): Raw[] {
  return doc.hitsOf('names').flatMap((hit) => {
    if (hit.entry.kind !== KIND || hit.entry.source !== 'built-in') return [];
    const { term } = hit.entry;
    if (!ROW_END.test(after(doc.folded, hit.to, 8))) return [];
    if (!ROW.test(before(doc.folded, hit.from, REACH))) return [];
    const suggestion = `${term.replace(/国家?$/, '')}国家和地区`;
    return [rawAt(doc, hit, 'region-as-country', 'warn', { suggestion })];
  });
}
