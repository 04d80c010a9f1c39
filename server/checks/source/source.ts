import { isWithin } from '../advertising/hosts.ts';
import { differences } from '../compare/differences.ts';
import type { Reprint } from '../context.ts';
import type { Cue, Detector, Prepared, Raw } from '../finding.ts';
import { after, rawAt, rawWhole } from '../place.ts';

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
];
/** Who is named after 来源：up to the end of the line or a bracket. */
const STATED = /^[\s:：|｜"“《]*([^\s,，。;；、|｜()（）[\]【】《》"“”]{2,30})/;
/** Lines that the reprinting office adds and that are no part of the original. */
const OWN_LINE =
  /^[\s(（【]*(?:来源|稿源|转自|转载自|摘自|编辑|责编|责任编辑|校对|审核|审签|监制|编审|供稿|原标题|作者|记者|发布时间)/;
/** How bodies of party and government and their sites are called. */
const GOVERNMENT =
  /人民政府|政府网|政府办公[厅室]|国务院|^中共|党委|纪委监委|(?:委员会|管委会|[厅局])(?:网站|官网|官方网站|微信公众号|公众号|政务新媒体)?$/;
const GOVERNMENT_DOMAIN = ['gov.cn'];
const VAGUE = /^(?:网络|互联网|网上|朋友圈|微信|微博|未知|佚名|综合|不详)/;

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
    if (hit.entry.kind !== 'stated') return [];
    const words = after(doc.folded, hit.to, 40);
    const match = STATED.exec(words);
    const name = match?.[1];
    if (!match || name === undefined) return [];
    const to = hit.to + match[0].length;
    const span = { from: to - name.length, to };
    if (VAGUE.test(name)) return [rawAt(doc, span, 'source-vague', 'warn')];
    if (name === reprint?.source?.trim() && isOnGovernmentSite(reprint, rules)) return [];
    return isTaken(name, rules) ? [] : [rawAt(doc, span, 'source-unlisted', 'warn')];
  });
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
  if (VAGUE.test(name)) found.push(rawWhole('source-vague', 'warn'));
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
