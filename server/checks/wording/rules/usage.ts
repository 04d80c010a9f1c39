import type { Raw } from '../../finding.ts';

/**
 * 截止2026年6月30日，全县…… reports how things stood: 截至. A deadline (报名截止6月30日, 截止日期) is right, and so is
 * one behind a comma at the end of its clause; so the day must be followed by what had been done.
 */
const UNTIL =
  /(?<=^|[，。；：、\n\s（“])截止(?:到|至)?(?=(?:20\d\d年|今年|去年|本年|目前|日前|\d{1,2}月|[一二三四五六七八九十]{1,2}月)(?:\d{1,2}月)?(?:\d{1,2}[日号]|底|末|份|初)?(?:，(?!逾期|过期|报名|请)[^。；]|(?:共|全[县市区省乡镇州]|累计|已)))/y;
/** Storms and troops land (登陆); who opens a site logs on (登录). What follows at once stands in the lexicon. */
const LOG_ON =
  /(?<!台风|风暴|热带气旋|再次|正面)登陆(?!官网|网站|平台|系统|网址|小程序|账号|密码|中国政府网|微信|页面|网页|客户端|邮箱|注册)(?=[“《‘]?[\u4e00-\u9fffA-Za-z]{1,14}[”》’]?(?:官网|网站|平台|系统|小程序|公众号|客户端|网页|网址))/y;
/** To an office one reports (反映); what reacts is a body or a market (反应). */
const REPORT =
  /(?<=向[\u4e00-\u9fff]{1,12}(?:局|委|办|部门|单位|中心|政府|街道|社区|机关|热线))反应(?=[，。；、：]|情况|问题|$)/y;

/** Papers are signed (签订) however long their names; those right behind stand in the lexicon. Older laws have 签定. */
const SIGN =
  /签定(?!合同|协议|责任书|责任状|目标责任|承诺书|劳动合同|意向书|备忘录)(?=[\u4e00-\u9fff]{1,12}(?:责任书|责任状|承诺书|协议书?|合同))/y;

interface Usage {
  readonly kind: string;
  /** What stands where the pattern may match: looking for a word is faster than trying a pattern. */
  readonly word: string;
  readonly pattern: RegExp;
  readonly suggestion: string;
  readonly severity: Raw['severity'];
}

const USAGES: readonly Usage[] = [
  { kind: 'until', word: '截止', pattern: UNTIL, suggestion: '截至', severity: 'warn' },
  { kind: 'log-on', word: '登陆', pattern: LOG_ON, suggestion: '登录', severity: 'warn' },
  { kind: 'report', word: '反应', pattern: REPORT, suggestion: '反映', severity: 'warn' },
  { kind: 'sign', word: '签定', pattern: SIGN, suggestion: '签订', severity: 'note' },
];

/** Words that are right in one place and wrong in another, by what stands around them. */
export function findUsage(plain: string): Raw[] {
  return USAGES.flatMap(({ kind, word, pattern, suggestion, severity }) => {
    const found: Raw[] = [];
    for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + word.length)) {
      pattern.lastIndex = at;
      const match = pattern.exec(plain);
      if (match) found.push({ kind, start: at, end: at + match[0].length, severity, suggestion });
    }
    return found;
  });
}
