import { endsSentence, isAlphanumeric, isDigit, isHan } from '../characters.ts';
import type { Prepared, Raw } from '../finding.ts';
import { after, before, foldedText, rawAt, type Span } from '../place.ts';
import type { FoldedText } from '../text/index.ts';
import { namesIn } from './person-names.ts';

const FURTHEST_BACK = 40;
const FURTHEST_ON = 30;
/** Whose address it is may stand right behind it: 建设路66号县人力资源和社会保障局. */
const OWNER = 20;
const LONGEST_NAME = 12;
/** What a numbered door stands on: road, street, lane, village, group, estate. */
const ROADS = units('路街道巷弄里村苑园区庄院坊条同组社屯湾寨城湖府庭居');
const NUMBERS = units('零一二三四五六七八九十百〇');
const REGIONS = units('省市区县镇乡旗州盟');
const GROUPS = units('组社队');
const ROOM_FOLLOWS = units('元栋幢座楼');
/** 2单元301户, 3栋120人: what is counted is no room. */
const COUNTED = units('户人家元年米平套间个名%');
/** Not 户籍地派出所 and 常住人口登记, which are offices; where mail goes (通讯地址) may be either. */
const HOME =
  /(?:住址|家庭地址|户籍(?!地?(?:派出所|人口|登记(?!地|住)|管理|窗口|科|室))|户口所在地|现居住?地?|居住地址?|居住于|家住|现住|暂住(?!人口|证)|常住(?!人口)|租住|居住在|住在|住于|[，,：: ]住)/;
/** The last words of a stretch that say an address follows. */
const LABEL =
  /(?:地址|住址|家住|户籍地|居住地|现住|暂住|常住|租住|住在|住于|所在地|位于|居住在|居住于|地点|^住)(?:[在为是于]?)(?!.{0,40}(?:地址|住址|住在|位于|家住|现住))/;
const HOUSEHOLD = /(?:\d|[a-z]|[一二三四五六七八九十])(?:室|户)|单元/;
/** A door in a group of a village is somebody's home. */
const VILLAGE_GROUP = /[村屯寨](?:第?[\d一二三四五六七八九十]{1,3})[组社队]/;
const ESTATE = /小区|花园|家园|公寓|新村|苑|栋|幢|号楼|单元|里弄|家属院|宿舍/;
const OFFICE =
  /(?:大厦|大楼|写字楼|办公|行政中心|政府|服务中心|大厅|窗口|广场|会议|会场|酒店|宾馆|公司|企业|医院|学校|大学|学院|法院|检察|管委会|委员会|委会|街道办|派出所|[局厅院所馆站场]|地点|报名|受理|邮编|邮政编码|来信|注册地|坐落|位于|项目|工程|建设|园区|产业|集团|中心|红十字|协会|商会|工会|仓库)/;
/** A mobile or an identity number in a cell before: the row is somebody's, whatever school or firm stands in it. */
const OF_A_PERSON = /(?:1[3-9]\d{9}|\d{17}[\dx])[\t ]/;
const OPEN_ENDED =
  /^(?:文|令|公告|通知|决定|线|路公交|公交|馆|桥|井|坑|机|台|地块|宗地|楼盘|仓|库|标段|门市|门诊|文件)/;

function units(text: string): ReadonlySet<number> {
  return new Set([...text].map((character) => character.charCodeAt(0)));
}

/** Addresses down to a door: at home or with a household's number asserted, a bare road and number only noted. */
export function findAddresses(doc: Prepared): Raw[] {
  const { folded } = doc;
  const found: Raw[] = [];
  let done = 0;
  for (const at of doc.landmarks.door) {
    if (at < done) continue;
    const number = startOfNumber(folded.units, at);
    if (number === at || !ROADS.has(folded.units[number - 1] ?? 0)) continue;
    const to = endOfAddress(folded, at + 1);
    const from = startOfAddress(folded, number, done);
    done = to;
    const severity = judge(folded, { from, to });
    if (severity) found.push(rawAt(doc, { from, to }, 'address', severity));
  }
  return found;
}

/** Back over '12', '12-3', '附3' or '十二' before 号; `at` where there is no number. */
function startOfNumber(units: Uint16Array, at: number): number {
  let from = at;
  while (from > 0 && at - from < 8 && isNumberPart(units[from - 1] ?? 0)) from -= 1;
  while (from < at && units[from] === 0x2d) from += 1;
  return from;
}

function isNumberPart(unit: number): boolean {
  return isDigit(unit) || NUMBERS.has(unit) || unit === 0x2d || unit === 0x9644;
}

/** On over further parts (12号3幢2单元502室), each within a few characters of the last. */
function endOfAddress({ units, length }: FoldedText, from: number): number {
  const parts = new Set([...'号栋幢座室楼元户层房'].map((one) => one.charCodeAt(0)));
  let end = from;
  for (let at = from; at < length && at - end < 12 && at - from < FURTHEST_ON; at += 1) {
    const unit = units[at] ?? 0;
    if (!isHan(unit) && !isAlphanumeric(unit) && unit !== 0x2d) break;
    const ahead = units[at - 1] ?? 0;
    const follows = isNumberPart(ahead) || isAlphanumeric(ahead) || (unit === 0x5143 && ahead === 0x5355);
    if (parts.has(unit) && follows) end = at + 1;
    if (unit === 0x697c && ahead === 0x53f7) end = at + 1;
  }
  return pastRoom({ units, length }, end);
}

/** On over a room without its 室: 7栋2单元301. */
function pastRoom({ units, length }: Pick<FoldedText, 'units' | 'length'>, end: number): number {
  if (!ROOM_FOLLOWS.has(units[end - 1] ?? 0)) return end;
  let to = end;
  while (to < length && to - end < 5 && isDigit(units[to] ?? 0)) to += 1;
  const isRoom =
    to - end >= 3 && to - end <= 4 && !isAlphanumeric(units[to] ?? 0) && !COUNTED.has(units[to] ?? 0);
  return isRoom ? to : end;
}

/**
 * Back to where the name of the place begins: past 2组 and the like, but not past words like 家住; to the first region
 * with up to three characters of its name, or over a short name without any (锦绣家园小区).
 */
function startOfAddress(folded: FoldedText, road: number, least: number): number {
  const { units } = folded;
  let stretch = road;
  while (stretch > least && road - stretch < FURTHEST_BACK) {
    const past = isHan(units[stretch - 1] ?? 0) ? stretch - 1 : pastGroup(units, stretch);
    if (past === stretch) break;
    stretch = Math.max(least, past);
  }
  const label = LABEL.exec(foldedText(folded, stretch, road));
  if (label) stretch += label.index + label[0].length;
  for (let at = stretch; at < road; at += 1) if (isRegion(units, at)) return Math.max(stretch, at - 3);
  return road - stretch <= LONGEST_NAME ? stretch : road - 4;
}

/** Back over the digits before 组, 社 or 队; `at` where none stand there. */
function pastGroup(units: Uint16Array, at: number): number {
  if (!GROUPS.has(units[at] ?? 0)) return at;
  let from = at;
  while (from > 0 && at - from < 3 && isDigit(units[from - 1] ?? 0)) from -= 1;
  return from;
}

function isRegion(units: Uint16Array, at: number): boolean {
  const unit = units[at] ?? 0;
  // 小区 is an estate.
  if (unit === 0x533a && units[at - 1] === 0x5c0f) return false;
  return REGIONS.has(unit) || (unit === 0x8857 && units[at + 1] === 0x9053);
}

function judge(folded: FoldedText, span: Span): 'warn' | 'note' | undefined {
  const address = foldedText(folded, span.from, span.to);
  const following = after(folded, span.to, 8);
  if (address.includes('*') || /^[*x×]/.test(following) || OPEN_ENDED.test(following)) return undefined;
  const ahead = sameSentence(before(folded, span.from, 20));
  const isHome = HOME.test(`${ahead}${address.slice(0, 8)}`);
  if (isHome) return 'warn';
  const label = OF_A_PERSON.test(before(folded, span.from, 40)) ? ownCell(ahead) : ahead;
  const owner = /^[^\s,，、。;；()（）]*/.exec(after(folded, span.to, OWNER))?.[0] ?? '';
  if (OFFICE.test(`${label}|${address}|${sameStart(following)}|${owner}`)) return undefined;
  const isHousehold = (HOUSEHOLD.test(address) && ESTATE.test(address)) || VILLAGE_GROUP.test(address);
  if (isHousehold) return 'warn';
  if (namesIn(folded, { from: Math.max(0, span.from - 20), to: span.from }).length > 0) return 'warn';
  return manyRegions(address) >= 2 ? 'note' : undefined;
}

/** What stands in the same cell of a table. */
function ownCell(words: string): string {
  return /(?:[^\t ]| (?! ))*$/.exec(words)?.[0] ?? '';
}

function sameSentence(words: string): string {
  let from = words.length;
  while (from > 0 && !endsSentence(words.charCodeAt(from - 1))) from -= 1;
  return words.slice(from);
}

function sameStart(words: string): string {
  let to = 0;
  while (to < words.length && !endsSentence(words.charCodeAt(to))) to += 1;
  return words.slice(0, to);
}

function manyRegions(address: string): number {
  let many = 0;
  for (let at = 0; at < address.length; at += 1) if (REGIONS.has(address.charCodeAt(at))) many += 1;
  return many;
}
