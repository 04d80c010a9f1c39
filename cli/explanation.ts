import {
  type Answer,
  type BasisRef,
  type CaseFacts,
  type Chain,
  chapters,
  combineText,
  conditionText,
  describeSteps,
  describeValue,
  type Policy,
  type RuleId,
  ruleSpec,
  selectChain,
} from '../server/policy/index.ts';

interface Subject {
  unit: string | undefined;
  facts: CaseFacts | undefined;
}

const stateWords = {
  'in-force': '有效',
  'not-yet': '尚未生效',
  repealed: '已废止',
  lapsed: '已失效',
  absent: '没有规定',
} as const;

const levelWords = {
  nation: '国家',
  province: '省级',
  city: '市级',
  county: '县级',
  park: '园区',
  unit: '单位',
} as const;

/** Everything the engine says about some rules, for programs. */
export function explanationJson(policy: Policy, rules: readonly string[], subject: Subject): object {
  return {
    jurisdiction: policy.jurisdiction,
    on: policy.on,
    path: policy.path,
    unit: subject.unit ?? null,
    facts: subject.facts ?? {},
    packs: policy.packs.map(({ id, title, version, jurisdiction }) => ({ id, title, version, jurisdiction })),
    warnings: policy.warnings,
    rules: rules.map((rule) => {
      const { answer, spec } = lookUp(policy, rule, subject.facts);
      const chain =
        spec.kind === 'chain' && subject.facts
          ? { chain: selectChain(answer as Answer<Chain>, subject.facts) }
          : {};
      const text = answer.value === null ? [] : describeValue(spec, answer.value, policy);
      return { ...answer, kind: spec.kind, combine: spec.combine, text, ...chain };
    }),
  };
}

/** The same for people: by chapter, each rule with its value in words, basis, and what it overrode. */
export function explanationText(policy: Policy, rules: readonly string[], subject: Subject): string {
  const byChapter = Object.entries(chapters).flatMap(([chapter, members]) => {
    const mine = rules.filter((rule) => familyOf(rule) in members);
    const order = Object.keys(members);
    mine.sort((a, b) => order.indexOf(familyOf(a)) - order.indexOf(familyOf(b)));
    return mine.length === 0
      ? []
      : [`【${chapter}】`, '', ...mine.flatMap((rule) => [...ruleLines(policy, rule, subject.facts), ''])];
  });
  return [...headLines(policy, subject), '', ...byChapter].join('\n').trimEnd();
}

function familyOf(rule: string): string {
  return rule.replace(/(\.own)\..+$/, '$1');
}

function lookUp(policy: Policy, rule: string, facts: CaseFacts | undefined) {
  const spec = ruleSpec(rule);
  if (!spec) throw new RangeError(`没有规则 ${rule}`);
  return { spec, answer: policy.get(rule as RuleId, facts) as Answer<unknown> };
}

function headLines(policy: Policy, subject: Subject): string[] {
  const { jurisdiction, path } = policy;
  const who = subject.unit === undefined ? '' : `${subject.unit}，`;
  const facts = subject.facts && conditionText(asCondition(subject.facts));
  return [
    `${who}${jurisdiction.name}（${jurisdiction.code}，${levelWords[jurisdiction.level]}）在 ${policy.on} 适用的规定`,
    `层级：${path.map(({ name }) => name).join(' → ')}`,
    ...(facts ? [`情形：${facts}`] : []),
    ...policy.packs.map(({ id, title, version }) => `法规包：${id} ${version}《${title}》`),
    ...policy.warnings.map(({ text }) => `提醒：${text}`),
  ];
}

function asCondition(facts: CaseFacts) {
  const list = <T>(one: T | undefined) => (one === undefined ? undefined : [one]);
  return {
    tier: list(facts.tier),
    unitKind: list(facts.unitKind),
    underPark: facts.underPark,
    contentClass: list(facts.contentClass),
    platform: list(facts.platform),
    matter: list(facts.matter),
  };
}

function ruleLines(policy: Policy, rule: string, facts: CaseFacts | undefined): string[] {
  const { spec, answer } = lookUp(policy, rule, facts);
  const shown = (value: unknown) => describeValue(spec, value, policy);
  return [
    `■ ${answer.title}（${rule}）${answer.state === 'in-force' ? '' : `：${stateWords[answer.state]}`}`,
    ...indent(answer.value === null ? [] : valueLines(policy, rule, answer, facts)),
    ...indent(answer.basis.map((basis) => `依据：${basisText(basis)}`)),
    ...indent(answer.basis.length + answer.overrode.length > 1 ? [`合并：${combineText(spec.combine)}`] : []),
    ...answer.overrode.flatMap(({ value, basis, why }) =>
      indent([`覆盖：${placeText(basis)}：${shown(value).join('；')}`, `理由：${why}`]),
    ),
    ...answer.conditional.flatMap(({ when, value, basis }) =>
      indent([`另有情形（${conditionText(when)}）：${shown(value).join('；')}`, `依据：${basisText(basis)}`]),
    ),
    ...indent(answer.notes.map((note) => `说明：${note}`)),
  ];
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
