import { isHan } from '../characters.ts';

import { before, type Span } from '../place.ts';
import type { FoldedText } from '../text/index.ts';

/** The commonest surnames that are no function words; the others count after a word that announces a person. */
const SURNAMES = units(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易武乔贺赖龚樊殷施陶洪翟颜倪严牛芦季俞鲁葛韦毕聂焦柳邢岳齐梅庄辛管祝左涂耿关兰甘纪柯裴翁荀凌霍阮柴覃骆娄卜卞邬宫屈苗霞欧司尚艾鲍费蒲瞿喻牟靳冉詹',
);
const RARE_SURNAMES = units('于任方常向安成明文单景盛古路解沙丛计荣宗富麦车容曲游初米包申温');
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
  /(?:姓名|患者|病人|村民|居民|群众|同志|学生|职工|员工|工人|老人|残疾人|户主|儿童|男子|女子|市民|感染者|病例|死者|伤者|本人|丈夫|妻子|儿子|女儿|父亲|母亲|申请人|当事人|低保户|贫困户|脱贫户|教师|司机|申请者|救助对象|对象|家庭成员|造成|致使|名叫|名为|叫做)[:： ]?$/;
/** What follows a given name that ends. */
const AFTER_NAME = units('，,、（(：:。；; 　\n\t患因系身于在被确得住家的同先女男今年现等出参主|');
/** The same where a person was announced: 学生李明不幸…, 造成王芳受伤, 向…学生李明捐款. */
const AFTER_ANNOUNCED = units('受不捐伤遭溺');
const NO_GIVEN = /[某的了在有为其本该等之是和与或及不因患者人员身所由对]|[*×x○●]/;

function units(text: string): ReadonlySet<number> {
  return new Set([...text].map((character) => character.charCodeAt(0)));
}

/** Words of two or three characters that look like a surname with a given name. */
const WORDS = new Set(
  (
    '康复 高度 高级 高中 高校 高龄 高温 高等 高新 高速 严重 应当 方便 方法 方式 方面 方案 成员 成年 成功 成果 成立 成人 安全 安排 安置 安装 全部 全国 全体 全面 全省 全市 全县 ' +
    '和平 明确 明显 文化 文件 文明 单位 单独 任何 任务 国家 国务 国内 国外 国际 常见 常规 常住 时间 时限 周围 周边 周期 马上 江苏 江西 江河 黄金 白色 许可 温度 程度 程序 施行 施工 ' +
    '金额 金融 林业 水平 毛利 石油 石材 段落 万元 万人 经济 经常 石化 雷电 姜黄 梅毒 麦片 车辆 车主 家庭 家长 家属 家人 富裕 计划 计算 党员 党委 党组 解决 解除 路线 沙尘 申请 申报 包括 包含 ' +
    '荣誉 都市 曲线 初中 初步 初级 游客 米粉 容易 古代 史料 史实 管理 管辖 管道 左右 齐全 田地 田径 武术 武装 施救 施肥 段位 洪水 洪涝 季节 季度 顾问 孟加 童年 童工 夏季 江湖 江南 ' +
    '严格 严禁 严肃 尹始 蒋介 罗列 房屋 房产 兰花 甘草 祝贺 祝福 庄严 庄稼 向上 向下 尚未 尚可 司法 司机 司长 凌晨 阮籍 牛羊 汤药 钱款 龙头 龙江 侯爵 石头 唐代 宋代 元代 明代'
  ).split(' '),
);

export interface Name extends Span {
  /** Words before it say that a person's name follows. */
  readonly isAnnounced: boolean;
}

/** Every place in a short stretch where somebody's full name stands by all signs; masked names (张某, 李**) are none. */
export function namesIn(folded: FoldedText, { from, to }: Span, end = -1): Name[] {
  const found: Name[] = [];
  for (let at = from; at < to; at += 1) {
    const name = nameAt(folded, at, false, end);
    if (name && name.to <= to + 1) {
      found.push(name);
      at = name.to - 1;
    }
  }
  return found;
}

/**
 * The name that starts here: a surname, one or two more characters, and then something that ends a name; `announced`
 * where an office or the like stands before it, `end` where something else is known to begin.
 */
export function nameAt(folded: FoldedText, from: number, announced = false, end = -1): Name | undefined {
  const { units } = folded;
  const first = units[from] ?? 0;
  const isDouble = DOUBLE.has(String.fromCharCode(first, units[from + 1] ?? 0));
  if (!isDouble && !SURNAMES.has(first) && !RARE_SURNAMES.has(first)) return undefined;
  const isAnnounced = announced || ANNOUNCED.test(before(folded, from, 5));
  if (!isAnnounced && (RARE_SURNAMES.has(first) || (from > 0 && isHan(units[from - 1] ?? 0))))
    return undefined;
  for (const given of [2, 1]) {
    const to = from + (isDouble ? 2 : 1) + given;
    if (to > folded.length || !areHan(units, from, to)) continue;
    // Two characters right before an illness are a word (关爱精神障碍) sooner than a name that nothing announces.
    const endsHere = to === end && (isAnnounced || given === 2);
    const next = units[to] ?? 32;
    if (!endsHere && !AFTER_NAME.has(next) && !(isAnnounced && AFTER_ANNOUNCED.has(next))) continue;
    // Who stands before 患者 is an illness.
    if (units[to] === 0x60a3 && units[to + 1] === 0x8005) continue;
    const written = String.fromCharCode(...units.subarray(from, to));
    if (!NO_GIVEN.test(written.slice(1)) && !WORDS.has(written.slice(0, 2))) return { from, to, isAnnounced };
  }
  return undefined;
}

function areHan(units: Uint16Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (!isHan(units[at] ?? 0)) return false;
  return true;
}

/** A surname and the character after it, where a name is known to begin but not where it ends. */
export function beginningOfName(folded: FoldedText, from: number): Span | undefined {
  const { units } = folded;
  const two = String.fromCharCode(units[from] ?? 0, units[from + 1] ?? 0);
  const surname = DOUBLE.has(two) ? 2 : SURNAMES.has(units[from] ?? 0) && !WORDS.has(two) ? 1 : 0;
  const to = from + surname + 1;
  return surname > 0 && to <= folded.length && areHan(units, from, to) ? { from, to } : undefined;
}
