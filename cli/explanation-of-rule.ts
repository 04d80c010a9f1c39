import {
  type Answer,
  type BasisRef,
  type CaseFacts,
  type Chain,
  combineText,
  conditionText,
  describeSteps,
  describeValue,
  type Policy,
  type RuleId,
  ruleSpec,
  selectChain,
  stateWords,
} from '../server/policy/index.ts';

/** A rule and what holds for it; throws RangeError for an id not in the catalogue. */
export function lookUp(policy: Policy, rule: string, facts: CaseFacts | undefined) {
  const spec = ruleSpec(rule);
  if (!spec) throw new RangeError(`没有规则 ${rule}`);
  return { spec, answer: policy.get(rule as RuleId, facts) as Answer<unknown> };
}

/** One rule for people: its value in words, basis, how the levels join, what was overridden, other cases. */
export function ruleLines(policy: Policy, rule: string, facts: CaseFacts | undefined): string[] {
  const { spec, answer } = lookUp(policy, rule, facts);
  const shown = (value: unknown) => describeValue(spec, value, policy);
  return [
    `■ ${answer.title}（${rule}）${answer.state === 'in-force' ? '' : `：${stateWords[answer.state]}`}`,
    ...indent(answer.value === null ? [] : valueLines(policy, rule, answer, facts)),
    ...indent(answer.basis.map((basis) => `依据：${basisText(basis)}`)),
    ...indent(answer.basis.length + answer.overrode.length > 1 ? [`合并：${combineText(spec.combine)}`] : []),
    ...indent(overrodeLines(answer, spec, shown)),
    ...answer.conditional.flatMap((other) =>
      indent(conditionalLines(policy, { spec, rule, shown }, other, facts)),
    ),
    ...indent(notesOf(answer).map((note) => `说明：${note}`)),
  ];
}

type Spec = NonNullable<ReturnType<typeof ruleSpec>>;
type Conditional = Answer<unknown>['conditional'][number];
type Shown = (value: unknown) => string[];

function overrodeLines(answer: Answer<unknown>, spec: Spec, shown: Shown): string[] {
  return answer.overrode.flatMap(({ value, basis, why }) => {
    const lines = shown(value).map((line) => line.replace(/^- /, ''));
    // The fields of a form that does not apply are of no use to anybody; its name is.
    return [
      `覆盖：${placeText(basis)}：${(spec.kind === 'form' ? lines.slice(0, 1) : lines).join('；')}`,
      `理由：${why}`,
    ];
  });
}

/** What holds in another case: what this level writes for it, joined with the levels above as for the case itself. */
function conditionalLines(
  policy: Policy,
  { spec, rule, shown }: { spec: Spec; rule: string; shown: Shown },
  { when, value, basis }: Conditional,
  facts: CaseFacts | undefined,
): string[] {
  const head = `另有情形（${conditionText(when)}）：`;
  const there = policy.get(rule as RuleId, { ...facts, ...firstCaseOf(when) }) as Answer<unknown>;
  if (spec.combine.by === 'union' || there.state !== 'in-force')
    return [`${head}${shown(value).join('；')}`, `依据：${basisText(basis)}`];
  return [
    `${head}${shown(there.value).join('；')}`,
    ...there.basis.map((one) => `依据：${basisText(one)}`),
    ...overrodeLines(there, spec, shown),
  ];
}

/** Facts for which a condition holds: the first of each list. */
function firstCaseOf(when: Conditional['when']): CaseFacts {
  const { tier, unitKind, underPark, contentClass, platform, matter } = when;
  const first = {
    tier: tier?.[0],
    unitKind: unitKind?.[0],
    underPark,
    contentClass: contentClass?.[0],
    platform: platform?.[0],
    matter: matter?.[0],
  };
  return Object.fromEntries(Object.entries(first).filter(([, fact]) => fact !== undefined));
}

/** The notes less those that the line of the basis already says (日期为推定). */
function notesOf({ basis, notes }: Answer<unknown>): string[] {
  const said = basis.filter(({ assumed }) => assumed !== undefined);
  return notes.filter(
    (note) =>
      !said.some(
        ({ sourceTitle }) => note.endsWith('的施行日期是推定的') && note.includes(`《${sourceTitle}》`),
      ),
  );
}

function valueLines(
  policy: Policy,
  rule: string,
  answer: Answer<unknown>,
  facts: CaseFacts | undefined,
): string[] {
  const { spec } = lookUp(policy, rule, facts);
  if (spec.kind !== 'chain' || facts === undefined) return describeValue(spec, answer.value, policy);
  const chain = selectChain(answer as Answer<Chain>, facts);
  if (chain) return describeSteps(chain, policy);
  return ['这一情形没有规定流程，不得办理。全部情形：', ...describeValue(spec, answer.value, policy)];
}

function basisText(basis: BasisRef): string {
  const assumed = basis.assumed === undefined ? '' : '，日期为推定';
  return `${placeText(basis)}：${basis.summary}（自 ${basis.from} 起${assumed}）`;
}

function placeText({ jurisdictionName, sourceTitle, article }: BasisRef): string {
  return `${jurisdictionName}《${sourceTitle}》${article}`;
}

function indent(lines: readonly string[]): string[] {
  return lines.flatMap((line) => line.split('\n')).map((line) => `  ${line}`);
}
