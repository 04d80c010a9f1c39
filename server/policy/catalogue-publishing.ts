import { z } from 'zod';
import {
  atLeast,
  atMost,
  chain,
  deadline,
  flag,
  form,
  idGroups,
  idList,
  interval,
  list,
  minimumDuration,
  nearestList,
  nearestText,
  own,
  shaped,
} from './catalogue-spec.ts';
import { unitKinds } from './model.ts';
import { durationSchema, idSchema, namedItem, textSchema } from './values.ts';

const often = z.strictObject({ times: z.number().int().min(1).max(366), per: durationSchema });
const mostOften = { by: 'strictest', direction: 'most-often' } as const;

const urlPattern = z.strictObject({
  id: idSchema,
  label: textSchema,
  unitKind: z.array(z.enum(unitKinds)).min(1).optional(),
  pattern: textSchema.describe('网址模式，单位简称首字母写 {initials}'),
});

const nameReading = z
  .strictObject({
    id: idSchema,
    label: textSchema.describe('名称里的字'),
    reading: z
      .string()
      .regex(/^[a-z]{1,6}( [a-z]{1,6})*$/, '读音用小写拼音，不标声调，字与字之间空一格')
      .describe('逐字的拼音，例如 chang shou'),
  })
  .refine(({ label, reading }) => [...label].length === reading.split(' ').length, {
    error: '有几个字就写几个音节',
    path: ['reading'],
  });

/** What must happen before something is published, and what may never be. */
export const publishRules = {
  'publish.chain.general': chain('一般稿件审核流程'),
  'publish.chain.important': chain('重要稿件审核流程'),
  'publish.chain.sensitive': chain('重大敏感稿件审核流程'),
  'publish.form.release': form('信息发布审核登记表'),
  'publish.gates': idList(
    '审核须把的关',
    '写关口编号：political legal policy confidentiality text opinion 或本包声明的',
  ),
  'publish.review-first': flag('先审后发'),
  'publish.reviews': atLeast('审核次数'),
  'publish.proofreads': atLeast('校对次数'),
  'publish.separation': idGroups(
    '须由不同的人承担的权限',
    '每组两个以上：compile编写 review审核 sign签发 publish发布',
  ),
  'publish.sensitive-needs-authorisation': flag('重大敏感信息未经审核或授权不得发布'),
  'publish.area-wide-to-supervisor': flag('全局性重要信息报主管单位审核'),
  'publish.special-approval': list('须另行批准才能发布的内容', '例如 live直播 foreign涉外'),
  'publish.relevance': flag('内容须与单位职责相关'),
  'publish.co-review': flag('涉及其他单位工作须事先沟通'),
  'publish.deidentify': shaped(
    'value',
    { by: 'union', fields: { except: 'intersect' } },
    z.strictObject({ except: z.array(namedItem) }),
    '个人信息去标识化',
    'except 写例外情形，没有写 []',
  ),
  'publish.confidentiality-stricter': flag('涉密和敏感信息加强审核'),
  'publish.forbidden-classes': list('不得发布的信息类别'),
  'publish.prohibited-content': list('内容禁止事项', '例如 personal-opinion个人观点 advertising商业广告'),
  'publish.source-whitelist': flag('只转载确定的稿源单位'),
  'publish.source-classes': nearestList('可以转载的来源'),
  'publish.attribution': flag('转载注明来源、不改原意'),
  'publish.reprint-permission': flag('转载他人原创须获许可'),
  'publish.unified-text': list('须用通稿的报道'),
  'publish.consistency': flag('各平台、网站内容一致'),
  'publish.cross-post': flag('用新媒体推送网站信息'),
  'publish.unified-release': flag('统一稿件发布'),
  'publish.interpretation': list('政策解读的形式'),
  'publish.emergency-updates': flag('突发事件按程序发布动态'),
  'publish.hot-topics': flag('热点问题会同业务部门回应'),
  'publish.response.term': deadline('热点和谣言回应期限'),
  'publish.retention': minimumDuration('发布记录保存时间'),
  'publish.rumours': flag('及时辟除涉及本单位的谣言'),
} as const;

/** How often channels and columns are kept up, and what happens when they are not. */
export const updateRules = {
  'update.interval': interval('更新间隔'),
  'update.original': shaped(
    'value',
    mostOften,
    often,
    '原创信息更新',
    '例如每两周至少1条：{times: 1, per: {n: 2, unit: week}}',
  ),
  'update.minimum': shaped('value', mostOften, often, '更新条数', '例如每周至少3条'),
  'update.original-share-rises': flag('逐步提高原创比例'),
  'update.reminder-threshold': interval('多久未更新即提醒'),
  'update.zombie-threshold': interval('僵尸账号认定时间', '超过这一时间未更新即须关停'),
  'update.zombie-vetoes': atMost('多次被单项否决即须关停的次数'),
  'reprint.term': deadline('转载上级信息的期限'),
  'reprint.promptly': flag('及时转载上级重要信息'),
  'column.update.news': interval('动态要闻类栏目更新间隔'),
  'column.update.notices': interval('通知公告类栏目更新间隔'),
  'column.update.policies': interval('政策文件类栏目更新间隔'),
  'column.update.interaction': interval('访谈、调查征集类栏目更新间隔'),
  'column.update.own': own(interval('自定栏目更新间隔')),
  'column.answer.interaction': deadline('互动回应类栏目回应期限'),
  'column.per-year.interaction': atLeast('访谈、调查征集每年次数'),
  'column.per-year.own': own(atLeast('自定栏目每年次数')),
  'column.url-pattern': shaped('value', { by: 'nearest' }, z.array(urlPattern).min(1), '专栏网址规则'),
  'column.required': list('必设栏目'),
  'column.initials': shaped(
    'value',
    { by: 'union' },
    z.array(nameReading).min(1),
    '地名和单位简称的读音',
    '多音字在名称里的读音，例如 长寿 chang shou；网址的打头字母由此得出',
  ),
  'column.built-by': nearestText('栏目由谁设计建设'),
  'column.request.chain': chain('申请新设专栏、栏目的流程'),
  'column.request.term': deadline('申请新设专栏、栏目的办结期限', '从提交之日起算，到建成或者答复不建为止'),
} as const;

/** What the public may ask of a channel and by when it is answered. */
export const publicRules = {
  'interaction.channels': list('须开通的互动渠道'),
  'interaction.formats': list('网上互动的形式'),
  'interaction.answer-all': flag('群众留言须处理反馈'),
  'interaction.answer.term': deadline('留言答复期限'),
  'interaction.comment-review': flag('评论先审后放'),
  'interaction.forward-suggestions': flag('有价值的建议转送业务部门'),
  'interaction.qa-library': list('咨询问答库', '例如 complete全面权威、shared新媒体网站热线共用'),
  'correction.entry': shaped(
    'value',
    { by: 'strictest', direction: 'required' },
    z.enum(['where-possible', 'required']),
    '纠错入口',
    'where-possible 有条件的开设；required 应当开设',
  ),
  'correction.term': deadline('纠错答复期限'),
  'correction.take-down.term': deadline('发现错误后更正或撤稿的期限'),
  'objection.open': flag('公众可以提出异议'),
  'objection.term': deadline('异议处理期限'),
  'objection.limit': deadline('异议延长后的总期限'),
  'objection.extension-by': shaped('value', { by: 'nearest' }, idSchema, '异议延期由谁批准', '写岗位编号'),
  'disclosure.term': deadline('依申请公开答复期限'),
  'disclosure.extension': deadline('依申请公开延长期限'),
  'disclosure.correction.term': deadline('申请补正通知期限'),
  'disclosure.third-party.term': deadline('第三方意见答复期限'),
  'disclosure.steps': list('依申请公开办理步骤'),
  'disclosure.answers': list('依申请公开答复种类'),
  'disclosure.receipt': list('收到申请之日的认定'),
  'disclosure.clock-stops': list('不计入期限的时间'),
  'disclosure.redirect': list('不作为信息公开办理、另行引导的情形'),
  'data.minimisation': flag('不超范围收集个人信息'),
  'data.no-harm': flag('不公开有损用户权益的内容'),
  'integrity.prohibitions': list('数据造假和强制行为的禁止'),
} as const;
