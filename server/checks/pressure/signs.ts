import type { Cue, Prepared, TermHit } from '../finding.ts';
import { after, before, type Span } from '../place.ts';

/**
 * What a word in a text stands for: something done for an account (`action`); something ordinary that counts only
 * where it is checked up on (`tally`); a demand on everybody (`force`); that it is counted, proved or named
 * (`sanction`); what is given for it (`reward`); both in one word (`bait`); numbers that are bought (`fakery`); that
 * such a thing is not allowed (`ban`).
 */
type SignKind = 'action' | 'tally' | 'force' | 'sanction' | 'reward' | 'bait' | 'fakery' | 'ban';

export interface Sign extends Span {
  readonly kind: SignKind;
}

/** Words that are signs only by what stands around them, and so no entries of a lexicon. */
export const PRESSURE_CUES: readonly Cue[] = [
  { kind: 'follow', terms: ['关注'] },
  { kind: 'install', terms: ['下载', '安装'] },
  { kind: 'likes', terms: ['个赞', ...Array.from({ length: 10 }, (_, digit) => `${digit}赞`)] },
  { kind: 'least', terms: ['不少于', '不得少于', '不低于', '不得低于'] },
  { kind: 'counted', terms: ['纳入', '计入', '列入'] },
  { kind: 'told', terms: ['的通报'] },
];

/** 关注“清河发布”微信公众号: the account may be named in between. */
const ACCOUNT =
  /^(?:["“《「][^,，。;；"”》」\s]{1,16}["”》」])?(?:官方)?(?:微信)?(?:公众号|视频号|订阅号|抖音号|服务号|官微)/;
/** 下载国家反诈中心客户端. */
const PROGRAM = /^(?:并?安装|使用)?[“"《「]?[^,，。;；:：“”"》」\s]{1,12}[”"》」]?(?:app|客户端)/;
const COLLECTED = /集[满齐够]? ?\d{1,4} ?个?赞$/;
const NUMBER_OF = /^ ?[\d一二三四五六七八九十百两]{1,6} ?/;
const DONE_RIGHT_BEFORE = /(?:点赞|集赞|转评赞|转发|关注|投票|下载|安装|注册|分享)[^,，。;；:：\s]{0,4}$/;
const DONE_SO_OFTEN = /^(?:个|次|条|票|人|户|%)(?!的)/;
const ON_FAMILIES = /^(?:(?:名|位|个)?家长|个?赞)/;
const FOR_EACH = /每|各|日均/;
const IN_AN_ASSESSMENT = /^[^,，。;；:：\s]{0,10}(?:考核|考评|绩效|评优|评先)/;
const WHO_FALLS_SHORT = /(?:低于|不足|少于|未|末位|落后)[^,，。;；\s]{0,12}$/;
/** 每人每天限投10票 is a limit. */
const AT_MOST = /^(?:限|可|最多|至多|只能|只可|仅|有|不超过|不得超过)/;
/** 点赞 said by those who liked something tells how it was received. */
const PRAISE = /(?:获|赢|得到|引来|收获|纷纷|令人|值得|群众|网友|市民|居民|游客)[^,，。;；:：!！?？]{0,7}$/;
const MADE_TO =
  /(?:组织|动员|发动|要求|号召|引导|强制|督促|必须|务必|让|请)(?:全体|广大|辖区|每[名位个户])?(?:群众|网友|市民|居民|游客)[^,，。]{0,4}$/;
const PRAISES = /赞|转发|分享|刷屏/;
/** “必须点赞！” is what one says of a good thing. */
const CHEER = /(?:^|[“"「\n])必须$/;

/** The signs of pressure in a text, in the order of their places. */
export function signsOf(doc: Prepared): Sign[] {
  return doc
    .hitsOf('pressure')
    .flatMap((hit) => signAt(doc, hit) ?? [])
    .sort((a, b) => a.from - b.from || a.to - b.to);
}

function signAt({ folded }: Prepared, hit: TermHit): Sign | undefined {
  const { from, to } = hit;
  const { kind, term } = hit.entry;
  const ahead = () => before(folded, from, 20);
  const behind = () => after(folded, to, 28);
  const sign = (as: SignKind, holds: boolean) => (holds ? { kind: as, from, to } : undefined);
  switch (kind) {
    case 'follow':
    case 'install': {
      const named = (kind === 'follow' ? ACCOUNT : PROGRAM).exec(behind());
      return named ? { kind: 'action', from, to: to + named[0].length } : undefined;
    }
    case 'likes': {
      const collected = COLLECTED.exec(ahead() + term);
      return collected ? { kind: 'bait', from: to - collected[0].length, to } : undefined;
    }
    case 'least': {
      const number = leastNumber(ahead(), behind());
      return number > 0 ? { kind: 'sanction', from, to: to + number } : undefined;
    }
    case 'counted': {
      const where = IN_AN_ASSESSMENT.exec(behind());
      return where ? { kind: 'sanction', from, to: to + where[0].length } : undefined;
    }
    case 'told':
      return sign('sanction', WHO_FALLS_SHORT.test(ahead()));
    case 'action':
      return sign('action', !isPraise(term, ahead(), behind()));
    case 'sanction':
      return sign('sanction', !(term.startsWith('每') && AT_MOST.test(behind())));
    default:
      return sign(kind as SignKind, true);
  }
}

/** 点赞不少于50个, 每天不低于200票, 动员不少于30名家长: how long the number of what has to be brought in is; else 0. */
function leastNumber(ahead: string, behind: string): number {
  const number = NUMBER_OF.exec(behind)?.[0].length ?? 0;
  if (number === 0) return 0;
  const what = behind.slice(number);
  const counted =
    ON_FAMILIES.exec(what) ??
    (FOR_EACH.test(ahead.slice(-12)) ? /^票/.exec(what) : null) ??
    (DONE_RIGHT_BEFORE.test(ahead) ? DONE_SO_OFTEN.exec(what) : null);
  return counted ? number + counted[0].length : 0;
}

function isPraise(term: string, ahead: string, behind: string): boolean {
  if (!PRAISES.test(term)) return false;
  if (CHEER.test(ahead) && /^[!！]/.test(behind)) return true;
  return PRAISE.test(ahead) && !MADE_TO.test(ahead);
}
