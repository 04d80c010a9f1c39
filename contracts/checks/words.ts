import type { DetectorId, Severity } from './wire.ts';
import { wordingMessages } from './words-wording.ts';

/** The Chinese names of the detectors. */
export const detectorNames: Readonly<Record<DetectorId, string>> = {
  privacy: '个人信息',
  secrecy: '涉密标志',
  wording: '文字差错',
  names: '规范名称',
  advertising: '广告与链接',
  pressure: '强制或诱导互动',
  source: '转载来源',
  map: '地图',
  consistency: '内容一致',
};

export const severityNames: Readonly<Record<Severity, string>> = {
  block: '不得发布',
  warn: '应当处理',
  note: '供参考',
};

/** How a link came with the text. */
const LINK_KINDS: Readonly<Record<string, string>> = {
  anchor: '链接',
  qr: '二维码',
  'mini-program': '小程序卡片',
};

type Facts = Readonly<Record<string, string | number>>;
type Say = string | ((facts: Facts) => string);

const from = (facts: Facts) => (facts.link === undefined ? '' : `（${LINK_KINDS[facts.link] ?? ''}）`);

/** What is said of each kind of finding; personal data itself is never repeated. */
const MESSAGES: Readonly<Record<DetectorId, Readonly<Record<string, Say>>>> = {
  privacy: {
    'id-number': '居民身份证号码，校验码、地区和出生日期均相符，须去标识化后再发。',
    'id-number-15': '疑似15位旧身份证号码，请核对并去标识化。',
    'residence-permit': '外国人永久居留身份证号码，须去标识化后再发。',
    'bank-card': '银行卡号，须去标识化后再发。',
    mobile: '手机号码。属个人的应当去标识化；属单位对外公布的，请改用固定电话或登记为本单位电话。',
    landline: '固定电话。属个人的应当去标识化；属单位办公电话的，登记后不再提示。',
    passport: '护照号码，须去标识化后再发。',
    'travel-permit': '出入境通行证件号码，须去标识化后再发。',
    plate: '机动车号牌，涉及个人的应当去标识化。',
    'e-mail': '电子邮箱地址。属个人的应当去标识化；属单位的请使用单位邮箱。',
    address: '详细地址具体到门牌，涉及个人住址的应当去标识化。',
    health: '姓名与病情或伤残情况同时出现，涉及个人隐私。',
    'household-table': (f) => `表格中有${f.rows}行同时列出姓名和家庭、证件、联系方式等个人信息。`,
  },
  secrecy: {
    'level-mark': '国家秘密标志或密级字样，含有此标志的内容不得发布。',
    'exam-mark': '“启用前”密级标志，请确认试卷等材料已经解密。',
    'work-secret': '工作秘密标志，不得发布。',
    'inner-mark': '内部资料标志，请确认可以公开。',
    'not-for-publication': '原件标明不予公开，不得发布。',
  },
  wording: wordingMessages,
  names: {
    'body-name': '机构名称与规范全称不符。',
    'document-name': '文件名称与原文不符。',
    expression: '固定表述与规范表述不符。',
    'former-name': '机构已经更名或者撤并，叙述现在的事项请用现名称。',
    'former-document': '文件已经废止，由新的法律、法规代替；叙述现在的事项请用现行的。',
    'region-as-country': '香港、澳门、台湾是中国的一部分，与国家并列时应作“国家和地区”。',
    'unit-name': '单位名称与通讯录中的名称不符。',
  },
  advertising: {
    superlative: '广告用语：在推销的语句中使用了绝对化用语。',
    buy: '广告用语：引导购买或联系购买。',
    promotion: '广告用语：商业促销。',
    'mini-program': (f) => `小程序卡片或链接，请确认不是商业推广${f.link === undefined ? '' : '并已登记'}。`,
    'shop-link': (f) => `指向网店或商业交易平台的链接${from(f)}。`,
    'short-link': (f) => `短链接看不出指向何处${from(f)}，请改用原网址。`,
    'expired-link': (f) => `链接的域名已经失效或易主${from(f)}，不得使用。`,
    'look-alike-link': (f) => `链接的域名仿冒政府或本单位域名${from(f)}，不得使用。`,
    'foreign-letters-link': (f) => `链接的域名含有非英文字母，可能仿冒他人域名${from(f)}，请核对。`,
    'unlisted-link': (f) => `链接的域名不在准许链接的名单内${from(f)}，请核对。`,
    'payment-code': (f) => `收款码或支付链接${from(f)}。`,
  },
  pressure: {
    forced: '强制要求点赞、转发、下载、关注或投票。',
    urged: '要求人人点赞、转发、下载或关注，疑似强制，请改为自愿。',
    rewarded: '以奖励诱导点赞、转发、下载、关注或投票。',
    fakery: '购买粉丝、刷量等数据造假。',
  },
  source: {
    'source-missing': '转载信息没有写明来源。',
    'source-vague': '来源写得笼统，无法追溯，请写明具体的稿源单位。',
    'source-unlisted': '来源不在可以转载的稿源名单内。',
    'source-elsewhere': '原文网址不属于所写的来源单位，请核对。',
    'source-not-shown': '正文里没有标注所填的来源。',
    'title-altered': '转载的标题与原标题不同，不得改变原意。',
    'body-altered': '与原文不同，原文见建议。',
    'body-added': '原文没有这段文字。',
    'body-left-out': '此处缺少原文的文字，原文见建议。',
  },
  map: {
    'map-without-number': (f) =>
      `“${f.label}”是地图而没有审图号，请人工核对；系统看不见图片里的内容，不能判断画法是否正确。`,
    'map-number-form': (f) =>
      `“${f.label}”的审图号格式不对，应如“GS（2023）1234号”，请人工核对；系统看不见图片里的内容。`,
    'review-number-form': '审图号格式不对，应如“GS（2023）1234号”“GS京（2023）0123号”，请人工核对。',
  },
  consistency: {
    'unified-figure': '数字与通稿不一致，通稿见建议。',
    'unified-date': '日期与通稿不一致，通稿见建议。',
    'unified-name': '名称或姓名与通稿不一致，通稿见建议。',
    'unified-wording': '文字与通稿不同，通稿见建议。',
    'channel-figure': (f) => `数字与“${f.channel}”发布的不一致，对方写法见建议。`,
    'channel-date': (f) => `日期与“${f.channel}”发布的不一致，对方写法见建议。`,
    'channel-name': (f) => `姓名与“${f.channel}”发布的不一致，对方写法见建议。`,
  },
};

/** The sentence for a finding of a detector; the detector's name alone where a kind is unknown. */
export function checkMessage(detector: DetectorId, kind: string, facts: Facts): string {
  const say = MESSAGES[detector][kind];
  if (say === undefined) return `${detectorNames[detector]}：请核对。`;
  if (typeof say !== 'string') return say(facts);
  const isInCode = facts.link === 'qr' && (detector === 'privacy' || detector === 'secrecy');
  return isInCode ? `二维码的内容里有${say}` : say;
}
