import type { Cue, Prepared, Raw } from '../finding.ts';
import { after, foldedText, rawAt, type Span, sentenceAround } from '../place.ts';
import { type Name, namesIn } from './person-names.ts';

/** Illnesses and disabilities that say something of a person only beside that person's name. */
export const HEALTH_CUES: readonly Cue[] = [
  {
    kind: 'health',
    terms: [
      ...['患有', '身患', '罹患', '确诊', '患病', '病情', '病史', '病种', '手术', '住院', '检测呈阳性'],
      ...['艾滋病', 'hiv', '梅毒', '性病', '乙肝', '丙肝', '肺结核', '结核病', '尿毒症', '白血病', '癌症'],
      ...['肺癌', '肝癌', '胃癌', '乳腺癌', '肠癌', '宫颈癌', '食管癌', '甲状腺癌', '肿瘤', '糖尿病'],
      ...[
        '高血压',
        '心脏病',
        '冠心病',
        '脑瘤',
        '淋巴瘤',
        '肾衰竭',
        '脑梗',
        '脑出血',
        '中风',
        '偏瘫',
        '瘫痪',
        '精神分裂',
        '精神病',
        '精神障碍',
      ],
      ...['抑郁症', '自闭症', '孤独症', '癫痫', '痴呆', '阿尔茨海默', '帕金森', '脑瘫', '血友病', '红斑狼疮'],
      ...['智力残疾', '精神残疾', '肢体残疾', '视力残疾', '听力残疾', '言语残疾', '多重残疾', '残疾等级'],
      ...['一级残疾', '二级残疾', '三级残疾', '四级残疾', '残疾一级', '残疾二级', '残疾三级', '残疾四级'],
      ...['伤残等级', '流产', '不孕', '吸毒史', '新冠病毒', '核酸阳性'],
    ],
  },
];
const BEHIND = 80;
const AHEAD = 10;
/** How a name that nothing announces is tied to what follows: 张三患…, 李四因… */
const TIED = /^[ ,，、(（]{0,2}(?:身?患|罹患|确诊|被|因)/;
/** Sex and descent (王五，男，…) tie a name to an illness only where it is said that he has it. */
const DESCRIBED = /^[ ,，、(（]{0,2}(?:男|女|系)/;
const HAS_IT = /患|确诊|罹|因|残疾[一二三四]级|[一二三四]级残疾|(?:肢体|视力|听力|言语|智力|精神|多重)残疾$/;
/** Between a name and an illness: who treats it, or helps those who have it. */
const HELPER = /医师|医生|擅长|主治|从事|诊治|资助|捐|负责|服务|义诊|援/g;
/** 周敏，女，62岁，系高血压患者: she is the one. */
const SAYS_WHO = /[\s,，、()（）男女系是为岁年生\d]/g;
/** Behind an illness: it names a hospital, a ward or those who have it. */
const OF_OTHERS =
  /^(?:专科|医院|科|病房|患者|病人|患儿|儿童|人群|防治|预防|筛查|知识|等?疾?病?的(?:诊治|治疗|防治|救助))/;

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
  if (name.to === hit.from) return true;
  if (name.to > hit.from) return name.isAnnounced;
  const between = foldedText(folded, name.to, hit.from);
  const illness = foldedText(folded, hit.from, hit.to);
  if (isOfOthers(between, illness, after(folded, hit.to, 6))) return false;
  if (name.isAnnounced || TIED.test(between + illness)) return true;
  return DESCRIBED.test(between) && HAS_IT.test(between + illness + after(folded, hit.to, 2));
}

/** 张三，主任医师，擅长高血压: unless it is said right before the illness that he has it himself. */
function isOfOthers(between: string, illness: string, behind: string): boolean {
  const last = [...between.matchAll(HELPER)].at(-1);
  const rest = last ? between.slice(last.index) : between.slice(-4);
  if (/患|确诊|因/.test(rest + illness)) return false;
  if (last) return true;
  const isApposed = between.replace(SAYS_WHO, '') === '' && /^[患病][者人]/.test(behind);
  return !isApposed && OF_OTHERS.test(behind);
}

function apart(one: Span, other: Span): boolean {
  return one.to <= other.from || one.from >= other.to;
}
