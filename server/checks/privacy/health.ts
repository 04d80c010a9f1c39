import type { Cue, Prepared, Raw } from '../finding.ts';
import { after, rawAt, type Span, sentenceAround } from '../place.ts';
import { type Name, namesIn } from './person-names.ts';

/** Illnesses and disabilities that say something of a person only beside that person's name. */
export const HEALTH_CUES: readonly Cue[] = [
  {
    kind: 'health',
    terms: [
      ...['患有', '身患', '罹患', '确诊', '患病', '病情', '病史', '病种', '手术', '住院', '检测呈阳性'],
      ...['艾滋病', 'hiv', '梅毒', '性病', '乙肝', '丙肝', '肺结核', '结核病', '尿毒症', '白血病', '癌症'],
      ...['肺癌', '肝癌', '胃癌', '乳腺癌', '肠癌', '宫颈癌', '食管癌', '甲状腺癌', '肿瘤', '糖尿病'],
      ...['高血压', '心脏病', '脑梗', '脑出血', '中风', '偏瘫', '瘫痪', '精神分裂', '精神病', '精神障碍'],
      ...['抑郁症', '自闭症', '孤独症', '癫痫', '痴呆', '阿尔茨海默', '帕金森', '脑瘫', '血友病', '红斑狼疮'],
      ...['智力残疾', '精神残疾', '肢体残疾', '视力残疾', '听力残疾', '言语残疾', '多重残疾', '残疾等级'],
      ...['一级残疾', '二级残疾', '三级残疾', '四级残疾', '残疾一级', '残疾二级', '残疾三级', '残疾四级'],
      ...['伤残等级', '流产', '不孕', '吸毒史', '新冠病毒', '核酸阳性'],
    ],
  },
];
const BEHIND = 80;
const AHEAD = 10;
/** How a name that nothing announces is tied to what follows: 张三患…, 李四（女，1960年生）因… */
const TIED = /^[ ,，、(（]{0,2}(?:男|女|身?患|罹患|确诊|被|因|系)/;

/** Somebody's illness or disability: the condition and a full name in one stretch of one sentence. */
export function findHealth(doc: Prepared): Raw[] {
  const found: Raw[] = [];
  const hits = doc.hitsOf('privacy').filter(({ entry }) => entry.kind === 'health');
  let marked = -1;
  for (const [place, hit] of hits.entries()) {
    if (hit.from < marked) continue;
    const sentence = sentenceAround(doc.folded, hit, BEHIND);
    const near = { from: sentence.from, to: Math.min(sentence.to, hit.to + AHEAD) };
    const name = namesIn(doc.folded, near, hit.from).find((one) => apart(one, hit) && isTied(doc, one, hit));
    if (!name) continue;
    marked = sentence.to;
    const to = Math.max(name.to, lastEnd(hits, place, near.to));
    found.push(rawAt(doc, { from: Math.min(name.from, hit.from), to }, 'health', 'warn'));
  }
  return found;
}

/** The end of the last condition that follows within a stretch. */
function lastEnd(hits: readonly Span[], place: number, until: number): number {
  let end = hits[place]?.to ?? 0;
  for (let at = place + 1; at < hits.length && (hits[at]?.to ?? until + 1) <= until; at += 1)
    end = Math.max(end, hits[at]?.to ?? 0);
  return end;
}

function isTied({ folded }: Prepared, name: Name, hit: Span): boolean {
  if (name.isAnnounced || name.to === hit.from) return true;
  return name.to < hit.from && TIED.test(after(folded, name.to, 4));
}

function apart(one: Span, other: Span): boolean {
  return one.to <= other.from || one.from >= other.to;
}
