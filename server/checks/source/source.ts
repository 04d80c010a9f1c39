import { isWithin } from '../advertising/hosts.ts';
import { differences } from '../compare/differences.ts';
import type { Reprint } from '../context.ts';
import type { Cue, Detector, Prepared, Raw } from '../finding.ts';
import { after, before, rawAt, rawWhole, type Span } from '../place.ts';

/** A source that reprints may come from: its name and, where known, its domains. */
interface ListedSource {
  readonly name: string;
  readonly domains?: readonly string[];
}

/** From where reprints may come. */
export interface ReprintRules {
  /** Without a list any named source is taken. */
  readonly listed?: readonly ListedSource[];
  /** Bodies of party and government, and what stands under gov.cn, are sources without being listed one by one. */
  readonly takesGovernment?: boolean;
}

const CUES: readonly Cue[] = [
  { kind: 'stated', terms: ['来源:', '稿源:', '转自:', '转载自', '摘自:', '转自 '] },
  { kind: 'told', terms: ['来源于', '来自', '综合自', '整理自', '源自'] },
];
/** 线索来源, 收入来源 and the like say nothing of the text; what may stand before 来源 is what was taken from there. */
const OF_THE_TEXT =
  /(?:^|[^一-龥]|图片|照片|配图|图文|稿件|来稿|文章|文字|本文|全文|原文|素材|视频|音频|信息|内容|新闻|转载)$/;
/** An account that names whose it is: 微信公众号“中国气象局”. */
const ACCOUNT =
  /^[\s:：|｜]*(?:官方)?(?:微信|微博|抖音|快手)?(?:公众号|视频号|订阅号|服务号|官方账号|号)?\s*[“"《@]/;
/** Who is named after 来源：up to the end of the line or a bracket. */
const STATED = /^[\s:：|｜"“《]*([^\s,，。;；、|｜()（）[\]【】《》"“”]{2,30})/;
/** Lines that the reprinting office adds and that are no part of the original. */
const OWN_LINE =
  /^[\s(（【]*(?:来源|稿源|转自|转载自|摘自|编辑|责编|责任编辑|校对|审核|审签|监制|编审|供稿|原标题|作者|记者|发布时间)/;
/** How bodies of party and government and their sites are called. */
const GOVERNMENT =
  /人民政府|政府网|政府办公[厅室]|国务院|^中共|党委|纪委监委|(?:委员会|管委会|[厅局])(?:网站|官网|官方网站|微信公众号|公众号|政务新媒体)?$/;
const GOVERNMENT_DOMAIN = ['gov.cn'];
/** Nobody is named where nothing but such words stands: 综合网络, 微信朋友圈, 网络图片. */
const VAGUE =
  /^(?:综合|整理|部分|图片|素材|资料|视频|文字|公开|来自|来源|网络|互联网|网上|网友|网页|朋友圈|微信|微博|公众号|媒体|报道|未知|佚名|不详|百度|百科|抖音|快手|小红书|截图|侵删|转载|搜集|收集|投稿|[于自及和与等])+$/;

function isVague(name: string): boolean {
  return VAGUE.test(name);
}

/**
 * Reprints whose source is missing, vague or not listed, or whose title or body departs from the original (LZ-18a,
 * WJ-7b). Without a list every named source is taken.
 */
export function createSource(rules: ReprintRules = {}): Detector {
  return {
    id: 'source',
    cues: CUES,
    find: (doc) => {
      const { reprint } = doc.context;
      const stated = findStated(doc, rules);
      return reprint ? [...stated, ...judgeReprint(doc, reprint, rules)] : stated;
    },
  };
}

/** Sources named in the text itself: vague ones, and ones that are not on the list. */
function findStated(doc: Prepared, rules: ReprintRules): Raw[] {
  const { reprint } = doc.context;
  return doc.hitsOf('source').flatMap((hit) => {
    const { kind, term } = hit.entry;
    const isAlways = term === '综合自' || term === '整理自' || !/来源|来自|源自/.test(term);
    if (!isAlways && !OF_THE_TEXT.test(before(doc.folded, hit.from, 4))) return [];
    const stated = nameAfter(doc, hit.to);
    if (!stated) return [];
    const { name, span } = stated;
    if (isVague(name)) return [rawAt(doc, span, 'source-vague', 'warn')];
    if (kind === 'told') return [];
    if (name === reprint?.source?.trim() && isOnGovernmentSite(reprint, rules)) return [];
    return isTaken(name, rules) ? [] : [rawAt(doc, span, 'source-unlisted', 'warn')];
  });
}

/** The name that stands behind 来源：, without the kind of account before it in quotes. */
function nameAfter({ folded }: Prepared, at: number): { name: string; span: Span } | undefined {
  const words = after(folded, at, 40);
  const account = ACCOUNT.exec(words)?.[0].length ?? 0;
  const match = STATED.exec(words.slice(account));
  if (!match?.[1]) return undefined;
  const to = at + account + match[0].length;
  // 综合新华社、人民日报: who is named counts.
  const name = isVague(match[1]) ? match[1] : match[1].replace(/^综合/, '');
  return { name, span: { from: to - name.length, to } };
}

function isTaken(name: string, { listed, takesGovernment = false }: ReprintRules): boolean {
  if (!listed || (takesGovernment && GOVERNMENT.test(name))) return true;
  const written = name.toLowerCase();
  return listed.some((one) => {
    const own = one.name.toLowerCase();
    return written.startsWith(own) || own === written || (own.startsWith(written) && written.length >= 3);
  });
}

function judgeReprint(doc: Prepared, reprint: Reprint, rules: ReprintRules): Raw[] {
  return [...judgeSource(doc, reprint, rules), ...judgeTitle(reprint), ...judgeBody(doc, reprint)];
}

function hostOf({ url = '' }: Reprint): string {
  return /^https?:\/\/([^/?#:\s]{1,253})/i.exec(url)?.[1]?.toLowerCase() ?? '';
}

function isOnGovernmentSite(reprint: Reprint, { takesGovernment = false }: ReprintRules): boolean {
  return takesGovernment && isWithin(hostOf(reprint), GOVERNMENT_DOMAIN);
}

function judgeSource(doc: Prepared, reprint: Reprint, rules: ReprintRules): Raw[] {
  const name = reprint.source?.trim() ?? '';
  if (name === '') return [rawWhole('source-missing', 'block')];
  const found: Raw[] = [];
  if (isVague(name)) found.push(rawWhole('source-vague', 'warn'));
  else if (!isOnGovernmentSite(reprint, rules) && !isTaken(name, rules))
    found.push(rawWhole('source-unlisted', 'block'));
  const hosts = rules.listed?.find((one) => one.name === name)?.domains ?? [];
  const host = hostOf(reprint);
  if (hosts.length > 0 && host !== '' && !isWithin(host, hosts))
    found.push(rawWhole('source-elsewhere', 'warn'));
  if (!doc.text.includes(name)) found.push(rawWhole('source-not-shown', 'warn'));
  return found;
}

function judgeTitle({ title, ownTitle }: Reprint): Raw[] {
  if (title === undefined || ownTitle === undefined || differences(ownTitle, title).length === 0) return [];
  return [rawWhole('title-altered', 'warn', { suggestion: title })];
}

/** Every place where the body departs from the original; the original's words are the suggestion. */
function judgeBody(doc: Prepared, { body, title, ownTitle }: Reprint): Raw[] {
  if (body === undefined) return [];
  const titles = new Set([title, ownTitle].flatMap((one) => (one ? [one.trim()] : [])));
  const skips = (line: string) => OWN_LINE.test(line) || titles.has(line.trim());
  return differences(doc.text, body, skips).map(({ start, end, there }) => ({
    kind: end === start ? 'body-left-out' : there === '' ? 'body-added' : 'body-altered',
    start,
    end,
    severity: 'warn',
    suggestion: there.slice(0, 200),
  }));
}
