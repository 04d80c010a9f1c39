import { isHan } from '../characters.ts';

import { before, type Span } from '../place.ts';
import type { FoldedText } from '../text/index.ts';

/** The commonest surnames that are no function words; the others count after a word that announces a person. */
const SURNAMES = units(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易武乔贺赖龚樊殷施陶洪翟颜倪严牛芦季俞鲁葛韦毕聂焦柳邢岳齐梅庄辛管祝左涂耿关兰甘纪柯裴翁荀凌霍阮柴覃骆娄卜卞邬宫屈苗霞欧司尚艾鲍费蒲瞿喻牟靳冉詹',
);
const RARE_SURNAMES = units(
  '于任方常向安成时全国和明文应单景盛古路解沙丛党计从荣都宗家富麦车容曲游初米包申温',
);
const DOUBLE = new Set([
  '欧阳',
  '上官',
  '司马',
  '诸葛',
  '司徒',
  '皇甫',
  '夏侯',
  '尉迟',
  '公孙',
  '慕容',
  '东方',
]);
const ANNOUNCED =
  /(?:姓名|患者|病人|村民|居民|群众|同志|学生|职工|员工|工人|老人|残疾人|户主|儿童|男子|女子|市民|感染者|病例|死者|伤者|本人|丈夫|妻子|儿子|女儿|父亲|母亲|申请人|当事人|低保户|贫困户|脱贫户|教师|医生|护士|司机|联系人|申请者|救助对象|对象|名叫|名为|叫做)[:： ]?$/;
/** What follows a given name that ends. */
const AFTER_NAME = units('，,、（(：:。；; 　\n\t患因系身于在被确得住家的同先女男今年现等出参主|');
const NO_GIVEN = /[某的了在有为其本该等之是和与或及不因患者人员所由对]|[*×x○●]/;

function units(text: string): ReadonlySet<number> {
  return new Set([...text].map((character) => character.charCodeAt(0)));
}

/** Every place in a short stretch where somebody's full name stands by all signs; masked names (张某, 李**) are none. */
export function namesIn(folded: FoldedText, { from, to }: Span): Span[] {
  const found: Span[] = [];
  for (let at = from; at < to; at += 1) {
    const name = nameAt(folded, at);
    if (name && name.to <= to + 1) {
      found.push(name);
      at = name.to - 1;
    }
  }
  return found;
}

/** The name that starts here: a surname, one or two more characters, and then something that ends a name; `isAnnounced` where an office or the like stands before it. */
export function nameAt(folded: FoldedText, from: number, isAnnounced = false): Span | undefined {
  const surname = surnameAt(folded, from, isAnnounced);
  if (surname === 0) return undefined;
  for (const given of [2, 1]) {
    const to = from + surname + given;
    if (to > folded.length || !areHan(folded.units, from, to)) continue;
    if (!AFTER_NAME.has(folded.units[to] ?? 32)) continue;
    const written = String.fromCharCode(...folded.units.subarray(from + surname, to));
    if (!NO_GIVEN.test(written)) return { from, to };
  }
  return undefined;
}

function surnameAt(folded: FoldedText, from: number, isAnnounced: boolean): number {
  const { units } = folded;
  const first = units[from] ?? 0;
  const isDouble = DOUBLE.has(String.fromCharCode(first, units[from + 1] ?? 0));
  if (!isDouble && !SURNAMES.has(first) && !RARE_SURNAMES.has(first)) return 0;
  const announced = isAnnounced || ANNOUNCED.test(before(folded, from, 5));
  if (!announced && from > 0 && isHan(units[from - 1] ?? 0)) return 0;
  if (isDouble) return 2;
  return SURNAMES.has(first) || announced ? 1 : 0;
}

function areHan(units: Uint16Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (!isHan(units[at] ?? 0)) return false;
  return true;
}
