import {
  type Answer,
  type CaseFacts,
  type Chain,
  chapters,
  conditionText,
  describeValue,
  type Policy,
  selectChain,
} from '../server/policy/index.ts';
import { lookUp, ruleLines } from './explanation-of-rule.ts';

interface Subject {
  unit: string | undefined;
  facts: CaseFacts | undefined;
}

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
