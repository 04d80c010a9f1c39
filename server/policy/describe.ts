import type { Combine, Direction, RuleSpec } from './catalogue-spec.ts';
import { describeChain } from './describe-chain.ts';
import { describeForm } from './describe-form.ts';
import { describeDuty, describeIndicator, describeObject } from './describe-object.ts';
import type { Titles } from './model.ts';
import type { Chain } from './values-chain.ts';
import type { Indicator, RecurringDuty } from './values-duty.ts';
import type { Form } from './values-form.ts';

/** A value in Chinese, one line per element: chains as numbered steps, forms as lists of fields. */
export function describeValue(spec: RuleSpec, value: unknown, titles: Titles): string[] {
  if (value === null) return ['（无）'];
  switch (spec.kind) {
    case 'chain':
      return describeChain(value as Chain, titles);
    case 'form':
      return describeForm(value as Form);
    case 'recurring':
      return describeDuty(value as RecurringDuty);
    case 'indicator':
      return describeIndicator(value as Indicator);
    default:
      return describeObject(value, titles);
  }
}

const directions: Readonly<Record<Direction, string>> = {
  'earliest-due': '从严：最早到期的为准',
  shortest: '从严：间隔最短的为准',
  longest: '从严：时间最长的为准',
  max: '从严：数值最大的为准',
  min: '从严：数值最小的为准',
  true: '从严：任何一级要求即为要求',
  'most-often': '从严：最频繁的为准',
  'earliest-max': '从严：最早到期的为准',
  required: '从严：任何一级要求即为要求',
};

/** How the levels combine, in Chinese. */
export function combineText(combine: Combine): string {
  if (combine.by === 'nearest') return '就近：最近一级的规定为准';
  return combine.by === 'union' ? '并集：各级要求同时适用' : directions[combine.direction];
}
