import { z } from 'zod';
import {
  chain,
  choice,
  deadline,
  flag,
  form,
  idList,
  limitRequirement,
  list,
  minimumDuration,
  nearestText,
  own,
  requirement,
  shaped,
} from './catalogue-spec.ts';
import { durationSchema, idSchema, textSchema } from './values.ts';
import * as duty from './values-duty.ts';
import { platformSchema } from './values-platform.ts';

const anchors = z
  .enum(['submission', 'approval', 'opening', 'effect'])
  .describe('从何时起算：submission提交 approval审批通过 opening开设 effect生效');

const filingTerm = z.strictObject({ term: durationSchema, anchor: anchors });

const externalEntry = z.strictObject({
  id: idSchema,
  system: textSchema.describe('外部系统名称'),
  term: durationSchema,
  anchor: anchors,
  by: z.enum(['host', 'supervisor']).describe('由谁登记'),
  fields: z
    .array(z.strictObject({ label: textSchema, field: idSchema.describe('表单字段编号') }))
    .min(1)
    .optional()
    .describe('外部系统要填的各项，依次列出；不写则列出表单的全部内容'),
});

const consent = z.strictObject({
  anyOf: z
    .array(z.enum(['collective-decision', 'principal-leader', 'deputy-leader']))
    .min(1)
    .describe('任一即可：collective-decision集体研究 principal-leader主要领导 deputy-leader分管领导'),
});

const lowUse = z
  .strictObject({
    months: z.number().int().min(1).max(24).describe('看最近几个整月'),
    readsPerPost: z.number().int().min(1).optional().describe('平均每篇阅读数低于'),
    followers: z.number().int().min(1).optional().describe('关注数低于'),
  })
  .refine(
    ({ readsPerPost, followers }) => readsPerPost !== undefined || followers !== undefined,
    '至少写一项标准',
  );

const timing = z.enum(['before-opening', 'after-opening']);
const effectTiming = z.enum(['before-effect', 'after-effect']);
const nearest = { by: 'nearest' } as const;
const union = { by: 'union' } as const;
const earliest = { by: 'strictest', direction: 'earliest-due' } as const;
const entries = { by: 'union', item: 'earliest-term' } as const;

/** Who may open what, on which platforms, and under which name. */
export const openingRules = {
  'requirement.open.unit-nature': shaped(
    'requirement',
    { by: 'union', fields: { allowedKinds: 'intersect' } },
    duty.unitNature,
    '开设主体的单位性质',
  ),
  'requirement.open.unit-level': shaped('requirement', union, duty.unitLevel, '各层级单位能否开设'),
  'requirement.open.conditions': shaped('requirement', union, duty.conditionsToOpen, '开设须具备的条件'),
  'requirement.open.attachments': shaped('requirement', union, duty.attachmentRequired, '开设须提交的材料'),
  'requirement.open.one-per-platform': limitRequirement('同一平台的账号数'),
  'requirement.open.max-accounts': limitRequirement('一个单位的账号总数'),
  'requirement.open.one-app': limitRequirement('移动客户端数'),
  'requirement.open.platform-approved': requirement('平台须经核准'),
  'requirement.open.no-campaign': requirement('不为专项活动单独开设'),
  'requirement.open.no-personal-subject': requirement('不以个人名义开设'),
  'requirement.open.no-section-subject': requirement('不以内设机构名义开设'),
  'requirement.open.name-rules': shaped(
    'requirement',
    { by: 'union', fields: { maxLength: 'min' } },
    duty.nameRules,
    '账号命名规则',
  ),
  'requirement.open.same-name': requirement('各平台名称一致'),
  'requirement.open.reason-stated': shaped(
    'requirement',
    { by: 'union', fields: { minLength: 'max' } },
    duty.reasonStated,
    '说明开设理由',
  ),
  'requirement.open.duty-attachment': shaped(
    'requirement',
    union,
    duty.attachmentRequired,
    '随附主办责任制度',
  ),
  platforms: shaped(
    'value',
    { by: 'union', item: 'approved-and' },
    z.array(platformSchema).min(1),
    '平台',
    '可以声明新平台；已声明的平台只写编号和要改的部分，任何一级写 approved: false 即为未核准',
  ),
} as const;

/** How openings, changes, closures and cancellations are approved and filed, and by when. */
export const filingRules = {
  'filing.timing.open': shaped(
    'value',
    nearest,
    timing,
    '开设备案的时点',
    'before-opening 先备案（审批）后开设；after-opening 开设后备案',
  ),
  'filing.timing.change': shaped(
    'value',
    nearest,
    effectTiming,
    '变更备案的时点',
    'before-effect 生效前；after-effect 生效后',
  ),
  'filing.timing.close': shaped('value', nearest, effectTiming, '关停备案的时点'),
  'filing.timing.cancel': shaped('value', nearest, effectTiming, '注销备案的时点'),
  'filing.chain.open': chain('开设的审批备案流程'),
  'filing.chain.change': chain('变更的审批备案流程'),
  'filing.chain.close': chain('关停的审批备案流程'),
  'filing.chain.cancel': chain('注销的审批备案流程'),
  'filing.form.open': form('开设用表'),
  'filing.form.change': form('变更用表'),
  'filing.form.close': form('关停用表'),
  'filing.form.cancel': form('注销用表'),
  'filing.term.open': shaped('value', earliest, filingTerm, '开设备案期限', '开设（或审批）后多久之内备案'),
  'filing.term.change': shaped('value', earliest, filingTerm, '变更备案期限'),
  'filing.term.close': shaped('value', earliest, filingTerm, '关停备案期限'),
  'filing.term.cancel': shaped('value', earliest, filingTerm, '注销备案期限'),
  'filing.lead.open': minimumDuration('开设须提前多久报备', '先备案后开设且规定提前天数时用'),
  'filing.lead.change': minimumDuration('变更须提前多久报备'),
  'filing.lead.close': minimumDuration('关停须提前多久报备'),
  'filing.lead.cancel': minimumDuration('注销须提前多久报备'),
  'filing.decision.term': deadline('主管单位审批答复期限', '从提交之日起算'),
  'filing.supplement.term': deadline('补正材料期限'),
  'filing.entry.open': shaped('value', entries, z.array(externalEntry).min(1), '开设后在外部系统登记'),
  'filing.entry.change': shaped('value', entries, z.array(externalEntry).min(1), '变更后在外部系统登记'),
  'filing.entry.close': shaped('value', entries, z.array(externalEntry).min(1), '关停后在外部系统登记'),
  'filing.entry.cancel': shaped('value', entries, z.array(externalEntry).min(1), '注销后在外部系统登记'),
  'filing.meaning.change': nearestText('变更的含义'),
  'filing.meaning.close': nearestText('关停的含义'),
  'filing.meaning.cancel': nearestText('注销的含义'),
  'filing.change-of': list('须办变更备案的事项', '例如 name名称 host主办单位 contact联系人'),
  'filing.archive': flag('备案信息归档备查'),
  'filing.archive.retention': minimumDuration('备案档案保存时间'),
  'filing.authorised-changes-only': flag('未经授权不得更改注册备案资料'),
  'filing.backfile': shaped('value', nearest, duty.backfileValue, '既有账号补办备案'),
  'open.consent': shaped('value', nearest, consent, '开设须经何人同意'),
  'change.consent': shaped('value', nearest, consent, '变更须经何人同意'),
  'close.consent': shaped('value', nearest, consent, '关停须经何人同意'),
  'cancel.consent': shaped('value', nearest, consent, '注销须经何人同意'),
  'open.trial-period': minimumDuration('开设后的试运行时间'),
  'open.notice.minimum': minimumDuration('开设公示的最短时间'),
  'change.notice.minimum': minimumDuration('变更公告的最短时间'),
  'close.notice.minimum': minimumDuration('关停公告的最短时间'),
  'cancel.notice.minimum': minimumDuration('注销公告的最短时间'),
  'close.statement-on-platform': flag('关停须在平台上作出说明'),
  'change.host-notice': flag('主办单位变化须变更或注销并公告'),
  'close.must-when': list('必须关停的情形'),
  'consolidation.criteria': list('清理整合的情形'),
  'consolidation.low-use': shaped(
    'value',
    nearest,
    lowUse,
    '关注度和利用率低的标准',
    '连续几个月低于这些数即为低；不写的不看，写了的要同时低于。规定没有标准的，由主管单位分析时填写',
  ),
} as const;

/** Who is who: supervision, hosts, operators, people, duties of setting up. */
export const organisationRules = {
  'supervisor.jurisdiction': shaped(
    'value',
    nearest,
    z.strictObject({ name: textSchema, post: idSchema.optional() }),
    '主管单位',
  ),
  'supervisor.executing-body': shaped(
    'value',
    nearest,
    z.strictObject({ name: textSchema, tasks: z.array(textSchema).min(1).optional() }),
    '执行机构',
  ),
  'supervisor.oversight': list(
    '指导和会商部门',
    '例如 publicity宣传 cyberspace网信 police公安 media-centre融媒体中心',
  ),
  'supervisor.sector-guidance': flag('行业主管部门指导本行业企事业单位'),
  'scope.channels': list('适用的渠道种类', '例如 account政务账号 app移动客户端 site网站 column专栏'),
  'scope.units': list('适用的单位范围'),
  'scope.units-by-reference': list('参照执行的单位'),
  'precedence.higher-law': flag('上位规定优先'),
  'host.tasks': list('政务新媒体的任务'),
  'host.roles': idList('主办单位须明确的岗位', '写岗位编号，例如 deputy-leader、info-officer'),
  'host.responsible-persons': shaped(
    'value',
    { by: 'strictest', direction: 'max' },
    z.number().int().min(1).max(10),
    '责任人数',
  ),
  'host.responsible-parties': list('各方责任'),
  'host.funding-recorded': flag('落实并记录经费保障'),
  'host.columns-divided': flag('栏目分工到单位'),
  'operator.allowed': choice('可以确定或委托承办单位'),
  'operator.kinds': list('承办单位的种类'),
  'operator.competitive-selection': flag('外包须竞争择优'),
  'operator.contract-required': flag('外包须签合同明确事项和权责'),
  'operator.confidentiality-agreement': flag('外包须签保密协议'),
  'operator.supervision-recorded': flag('对外包单位的监管须有记录'),
  'operator.no-whole-delegation': flag('不得把主管主办职责全部交给外包单位'),
  'account.real-name': flag('管理账户实名专人'),
  'account.staff-change-report': list('人员变动须报备的内容', '例如 name姓名 phone手机'),
  'account.staff-change.term': deadline('人员变动报备期限'),
  licences: list('须取得并登记有效期的资质'),
  'services.catalogue': list('办事服务须依托的平台', '一网通办、不重复建设'),
  'services.single-sign-on': flag('统一身份认证'),
  'management.capabilities': list('统一平台须具备的管理功能'),
  'other.own': own(
    nearestText(
      '本地自定的其他规定',
      '目录里没有合适规则的内容，写成一段文字；编号写 other.own.自定编号，并写 title',
    ),
  ),
} as const;
