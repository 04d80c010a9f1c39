import { catalogue, chapters } from '../server/policy/catalogue.ts';
import * as build from '../server/policy/catalogue-spec.ts';
import { combineText } from '../server/policy/index.ts';

const duration = '`{n: 3, unit: workday}`';
const list = '`[{id: plan, label: 应急预案}]`';
const requirement = '`{strength: refuse}`';
const term = '`{term: {n: 3, unit: workday}, anchor: opening}`';
const consent = '`{anyOf: [collective-decision, principal-leader]}`';
const recurring = '`{who: supervisor, what: 组织检查, frequency: {times: 1, per: {n: 1, unit: month}}}`';
const indicator = '`{target: account, measure: manual, question: 是否发布不当内容, outcome: {kind: veto}}`';
const scoring = '`{method: deductions, base: 100, passMark: 60, bonus: {points: 30, onlyAbove: 80}}`';

/** How the values of one builder are written, by the builder's schema. */
const byShape = new Map<unknown, string>([
  [build.flag('').schema, '`true`'],
  [build.deadline('').schema, duration],
  [build.atLeast('').schema, '`3`'],
  [build.atMost('').schema, '`3`'],
  [build.nearestText('').schema, '`一段文字`'],
  [build.choice('').schema, '`true`'],
  [build.list('').schema, list],
  [build.nearestList('').schema, list],
  [build.idList('').schema, '`[political, legal]`'],
  [build.idGroups('').schema, '`[[compile, review, publish]]`'],
  [build.requirement('').schema, requirement],
  [build.limitRequirement('').schema, '`{strength: refuse, max: 1}`'],
  [build.recurring('').schema, recurring],
]);

const byRule: Record<string, string> = {
  'supervisor.jurisdiction': '`{name: 县政府办公室}`',
  'supervisor.executing-body': '`{name: 县电子政务中心, tasks: [考核评价, 应急处置]}`',
  'host.responsible-persons': '`1`',
  'requirement.open.unit-nature': '`{strength: refuse, exclude: [secret, inward]}`',
  'requirement.open.unit-level':
    '`{strength: allow-with-reason, shall: [{unitKind: government}], not: [{tier: county, unitKind: department}, {tier: town}]}`',
  'requirement.open.conditions':
    '`{strength: refuse, conditions: [{id: staff, label: 有专职管理人员, evidence: true}]}`',
  'requirement.open.attachments': '`{strength: refuse, documents: [{id: plan, label: 开设方案}]}`',
  'requirement.open.duty-attachment':
    '`{strength: refuse, documents: [{id: duty-rules, label: 主办责任制度}]}`',
  'requirement.open.name-rules':
    '`{strength: refuse, maxLength: 15, tiedToDuty: true, hostInCertification: true}`',
  'requirement.open.reason-stated': '`{strength: refuse, minLength: 20}`',
  platforms: '`[{id: kuaishou, name: 快手, approved: true, kind: account, idLabel: 快手号}]`',
  'filing.timing.open': '`before-opening`',
  'filing.timing.change': '`before-effect`',
  'filing.timing.close': '`before-effect`',
  'filing.timing.cancel': '`before-effect`',
  'filing.term.open': term,
  'filing.term.change': '`{term: {n: 3, unit: workday}, anchor: effect}`',
  'filing.term.close': '`{term: {n: 3, unit: workday}, anchor: effect}`',
  'filing.term.cancel': '`{term: {n: 3, unit: workday}, anchor: effect}`',
  'filing.backfile':
    '`{mode: term, term: {n: 30, unit: workday}, anchor: promulgation}`、`{mode: by-day, day: 2026-12-31}` 或 `{mode: afterwards}`',
  'consolidation.low-use': '`{months: 3, readsPerPost: 100, followers: 1000}`',
  'open.consent': consent,
  'change.consent': consent,
  'close.consent': consent,
  'cancel.consent': consent,
  'publish.deidentify': '`{except: [{id: punishment, label: 惩戒公示}]}`',
  'check.privacy': '`{on: true, severity: block, kinds: [{id: mobile, label: 手机号码, severity: block}]}`',
  'update.original': '`{times: 1, per: {n: 2, unit: week}}`',
  'update.minimum': '`{times: 3, per: {n: 1, unit: week}}`',
  'column.initials': '`[{id: changle, label: 长乐, reading: chang le}]`',
  'column.url-pattern':
    '`[{id: departments, label: 部门专栏, unitKind: [department], pattern: "https://example.gov.cn/bm/{initials}"}]`',
  'correction.entry': '`required`',
  'objection.extension-by': '`principal-leader`',
  'inspection.census': '`{title: 账号摸底, by: 2026-12-31, fields: [{id: name, label: 账号名称}]}`',
  'scoring.new-media': '`{method: veto-only}`',
  'scoring.site': scoring,
  'rectify.term': '`{max: {n: 5, unit: workday}}`',
  'measure.ladder':
    '`{steps: [{id: talk, label: 约谈, kind: interview}], triggers: [{id: unrectified, label: 整改不力, leads: [talk]}]}`',
};

for (const id of ['open', 'change', 'close', 'cancel']) {
  byRule[`filing.entry.${id}`] =
    `\`[{id: national, system: 全国政务新媒体信息报送系统, term: {n: 3, unit: workday}, anchor: ${id === 'open' ? 'approval' : 'effect'}, by: host}]\``;
}

/** How one rule's value is written, as Markdown with one complete example in back quotes. */
export function exampleOf(id: string): string {
  const rule = catalogue[id as keyof typeof catalogue];
  if (rule.kind === 'chain') return '见“流程”一节';
  if (rule.kind === 'form') return '见“表单”一节';
  if (rule.kind === 'indicator') return indicator;
  if (id.startsWith('check.')) return byRule[id] ?? '`{on: true, severity: warn}`';
  return byRule[id] ?? byShape.get(rule.schema) ?? '';
}

const kindWords: Record<string, string> = {
  value: '值',
  chain: '流程',
  form: '表单',
  requirement: '要求',
  recurring: '周期',
  indicator: '指标',
  measure: '措施',
};

/** The table of every rule for the handbook, by chapter. */
export function ruleTable(): string {
  return Object.entries(chapters)
    .map(([chapter, rules]) => {
      const rows = Object.entries(rules).map(([id, rule]) => {
        const shown = 'own' in rule ? `${id}.自定编号` : id;
        const about = 'about' in rule && typeof rule.about === 'string' ? rule.about : '';
        return `| \`${shown}\` | ${rule.title} | ${kindWords[rule.kind]} | ${exampleOf(id).replaceAll('|', '\\|')} | ${combineText(rule.combine)} | ${about} |`;
      });
      return [
        `### ${chapter}`,
        '',
        '| 规则编号 | 名称 | 种类 | 值的写法 | 各级怎样合并 | 说明 |',
        '|---|---|---|---|---|---|',
        ...rows,
      ].join('\n');
    })
    .join('\n\n');
}
