import { z } from 'zod';
import { day, id, line, lines } from '../kernel/wire.ts';

const code = line(64).regex(/^[a-z0-9][a-z0-9.-]*$/);
const from = day.describe('自何日起');
const replaces = id.nullable().default(null).describe('取代哪一条；被取代的止于前一日');
const money = z.int().min(0).max(100_000_000_000).nullable().default(null).describe('金额，元');
const common = { fromDay: from, replaces };

/** Somebody in a post answers for something: 责任人, 分管领导, 安全员, one of the responsible parties. */
const person = z.strictObject({ kind: z.literal('person'), key: code, appointmentId: id, ...common });

/** Who holds the account's rights on its platform: one of the staff, somebody outside, or a program. */
const rights = z.strictObject({
  kind: z.literal('rights'),
  key: z.enum(['staff', 'outside', 'software']),
  appointmentId: id.nullable().default(null),
  agreementId: id.nullable().default(null).describe('外部人员所签的保密协议'),
  name: line(60).nullable().default(null).describe('软件的名称'),
  scope: line(200).min(1).describe('持有什么权限'),
  ...common,
});

const tasks = z.strictObject({ kind: z.literal('tasks'), tasks: z.array(code).min(1).max(30), ...common });

const serviceKinds = ['query', 'handle', 'book', 'pay', 'consult', 'other'] as const;
const service = z.strictObject({
  kind: z.literal('service'),
  name: line(60).min(2),
  serviceKind: z.enum(serviceKinds),
  url: line(500),
  network: code.nullable().default(null).describe('依托的政务服务平台；自建写 null'),
  item: line(300).nullable().default(null).describe('平台上的事项编码或地址'),
  signOn: z.boolean().describe('是否用平台的统一身份认证登录'),
  ...common,
});

/** The account does something that needs a licence: news, audiovisual programmes. */
const activity = z.strictObject({ kind: z.literal('activity'), key: code, ...common });

const licence = z.strictObject({
  kind: z.literal('licence'),
  key: code,
  number: line(100).min(1),
  issuer: line(100).min(2),
  validTo: day.describe('有效期至'),
  ...common,
});

const paper = z.strictObject({
  kind: z.literal('paper'),
  key: code,
  title: line(100).min(2),
  version: line(40).min(1),
  ...common,
});

const funding = z.strictObject({
  kind: z.literal('funding'),
  source: line(100).min(2).describe('经费来源'),
  amount: money,
  validTo: day.nullable().default(null).describe('保障到哪一天'),
  ...common,
});

const purchaseMethods = [
  'open-tender',
  'invited-tender',
  'consultation',
  'negotiation',
  'enquiry',
  'single-source',
  'other',
] as const;
const purchase = z.strictObject({
  kind: z.literal('purchase'),
  operatorId: id,
  method: z.enum(purchaseMethods),
  candidates: z.int().min(1).max(100).describe('参加的供应商数'),
  result: lines(500).min(2).describe('比较的情况和择优的理由'),
  ...common,
});

const contract = z.strictObject({
  kind: z.literal('contract'),
  operatorId: id,
  number: line(60).min(1),
  matters: lines(1000).min(2).describe('委托事项'),
  duties: lines(1000).min(2).describe('双方权责'),
  amount: money,
  validTo: day.describe('合同期满日'),
  ...common,
});

const agreement = z.strictObject({
  kind: z.literal('agreement'),
  operatorId: id,
  personName: line(30).min(1).describe('签订保密协议的人员'),
  validTo: day.nullable().default(null),
  ...common,
});

const supervision = z.strictObject({
  kind: z.literal('supervision'),
  operatorId: id,
  found: lines(1000).min(2).describe('监管中发现的情况'),
  followUp: lines(1000).default('').describe('要求与处理'),
  ...common,
});

const consultation = z.strictObject({
  kind: z.literal('consultation'),
  partners: z.array(code).min(1).max(10),
  topic: lines(500).min(2),
  outcome: lines(1000).default(''),
  ...common,
});

/** One thing to keep about an account or a unit. */
export const keepBody = z.discriminatedUnion('kind', [
  person,
  rights,
  tasks,
  service,
  activity,
  licence,
  paper,
  funding,
  purchase,
  contract,
  agreement,
  supervision,
  consultation,
]);
export type KeepBody = z.output<typeof keepBody>;

export const recordKinds = [
  'person',
  'rights',
  'tasks',
  'service',
  'activity',
  'licence',
  'paper',
  'funding',
  'purchase',
  'contract',
  'agreement',
  'supervision',
  'consultation',
] as const;
