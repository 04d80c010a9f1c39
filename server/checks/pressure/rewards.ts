import { after, foldedText, type Span } from '../place.ts';
import type { FoldedText } from '../text/index.ts';

/** Words between an action and a reward may be so many before the two have to be tied. */
const NEAR = 20;
/** What the reward is given for when it is not the action: a quiz, a hint to the police, a form of an office. */
const OTHER_DEED = /答题|答对|竞答|竞赛|征集|举报|点击|菜单|查询|办理|预约|登记|申领/;
/** 有奖征集: what the prize is for stands right behind it. */
const OWN_DEED = /^(?:征集|征文|竞答|竞猜|竞赛|问答|答题|知识|举报|调查|评选|发票)/;
/** What an office hands out is no reward. */
const BENEFIT = /^(?:取|到|得)?.{0,4}(?:电子|凭证|证书|证明|社保|医保|补贴|消费券|回执|号码)/;
const SENTENCE_END = /[。;；!！?？\n]/;
/** 即可, 可参与, 就送 and the like lead from what is done to what it brings. */
const LEADS_TO = /[即可就送便能享抽得领获赢]/;
/** 只需, 方式: lead from the reward back to what is to be done for it. */
const ASKS_FOR = /(?:只需|只要|仅需|须|需|凭|通过|方式|方法|规则|条件|攻略|快来|赶紧|速来)[^。;；\n]{0,10}$/;

/** Whether a reward is given for the action it stands beside, and not for something else in the same lines. */
export function isEarned(folded: FoldedText, action: Span, reward: Span): boolean {
  const behind = after(folded, reward.to, 12);
  if (OWN_DEED.test(behind) || BENEFIT.test(behind)) return false;
  if (reward.from < action.to) {
    const gap = foldedText(folded, reward.to, action.from);
    return reward.to <= action.from && (gap === '' || ASKS_FOR.test(gap));
  }
  const gap = foldedText(folded, action.to, reward.from);
  if (OTHER_DEED.test(gap)) return false;
  if (gap.length <= NEAR && !SENTENCE_END.test(gap)) return true;
  return LEADS_TO.test(`${gap.slice(-6)}${foldedText(folded, reward.from, reward.to)}`);
}
