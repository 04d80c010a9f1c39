import type { Titles } from './model.ts';
import type { Chain, ChainStep, ChainVariant } from './values-chain.ts';
import { conditionText, tierWords } from './words.ts';

const placeWords = {
  host: '主办单位',
  parent: '上级单位',
  park: '所属园区',
  supervisor: '主管单位',
  'executing-body': '执行机构',
  oversight: '指导部门',
  named: '',
} as const;
const roleWords = { publicity: '宣传部门', cyberspace: '网信部门', police: '公安机关' } as const;
const kindWords = {
  compile: '编写',
  consent: '同意',
  review: '审核',
  approve: '审批',
  file: '备案',
  relay: '转报',
  sign: '签发',
} as const;

/** Each variant with its case and its numbered steps. */
export function describeChain(chain: Chain, titles: Titles): string[] {
  return chain.variants.flatMap((variant) => {
    const rest = chain.variants.length > 1 ? '适用：其余情形' : '';
    const when = variant.when ? `适用：${conditionText(variant.when)}` : rest;
    const head = [variant.title, when].filter(Boolean).join('　');
    return [...(head === '' ? [] : [head]), ...describeSteps(variant, titles)];
  });
}

/** The steps of one route, numbered, and who must differ. */
export function describeSteps(route: Pick<ChainVariant, 'steps' | 'distinct'>, titles: Titles): string[] {
  const nameOf = (id: string) => route.steps.find((step) => step.id === id)?.title ?? id;
  return [
    ...route.steps.map((step, i) => `${i + 1}. ${stepText(step, titles)}`),
    ...(route.distinct ?? []).map((group) => `须由不同的人办理：${group.map(nameOf).join('、')}`),
  ];
}

/** One step in words: what, where, by whom, confirming what. */
function stepText(step: ChainStep, titles: Titles): string {
  const marks = [
    step.gates && `把关：${step.gates.map((gate) => titles.gateTitle(gate)).join('、')}`,
    step.proofreads && '校对',
    step.seal && '盖章',
    step.signature && '签字',
    step.onlyIf && `仅限${conditionText(step.onlyIf)}`,
  ].filter(Boolean);
  const note = marks.length > 0 ? `（${marks.join('；')}）` : '';
  const what = `${placeText(step.at)}${titles.postTitle(step.post)}${kindWords[step.kind]}`;
  return `${step.title}${what === step.title ? '' : `——${what}`}${note}`;
}

function placeText(at: ChainStep['at']): string {
  if (at.unit === 'named') return at.name ?? '';
  if (at.unit === 'oversight' && at.role) return `${at.tier ? tierWords[at.tier] : ''}${roleWords[at.role]}`;
  return `${at.tier ? tierWords[at.tier] : ''}${placeWords[at.unit]}`;
}
