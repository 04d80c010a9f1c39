import { z } from 'zod';
import { severity } from '../../contracts/checks/wire.ts';
import { type RuleSpec, shaped } from './catalogue-spec.ts';
import { namedItem } from './values.ts';

/** How one detector of the content check is switched, with kinds of findings that are graver by themselves. */
const checkSetting = z.strictObject({
  on: z.boolean().describe('是否检查；上级要求检查的，下级不能关掉'),
  severity: severity.describe('本项问题最重可到：block不得发布 warn应当处理 note供参考'),
  kinds: z.array(namedItem.extend({ severity })).min(1).optional().describe('单独定严重程度的问题种类'),
});

const gravest = { by: 'union', item: 'gravest', fields: { severity: 'gravest' } } as const;

function check(title: string, about?: string): RuleSpec<typeof checkSetting> {
  return shaped('value', gravest, checkSetting, title, about);
}

/** What the content check looks for; a detector no pack speaks of is on and says itself how grave things are. */
export const checkRules = {
  'check.privacy': check(
    '检查个人信息',
    '例如手机号码一律不得发布：kinds: [{id: mobile, label: 手机号码, severity: block}]',
  ),
  'check.secrecy': check('检查涉密标志'),
  'check.wording': check('检查文字差错'),
  'check.names': check('检查规范名称和固定表述'),
  'check.advertising': check('检查商业广告和链接'),
  'check.pressure': check('检查强制、诱导互动和数据造假'),
  'check.source': check('检查转载来源'),
  'check.map': check('检查地图审图号'),
  'check.consistency': check('检查与通稿、各渠道是否一致'),
} as const;
