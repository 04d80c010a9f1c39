import { z } from 'zod';
import { basisRef, day, id, line, pageOf, pageQuery } from '../kernel/wire.ts';
import { contact, operator, phone } from './wire-partners.ts';

const unitKind = z.enum([
  'government',
  'office',
  'department',
  'town',
  'park',
  'institution',
  'section',
  'enterprise',
  'stationed',
  'party',
]);
const unitTier = z.enum(['province', 'city', 'county', 'town']);
const unitRoleName = z.enum(['supervisor', 'executing-body', 'oversight']);
const oversightDetail = z.enum(['publicity', 'cyberspace', 'police']);

const unitName = line(60).min(2);
const shortName = line(30);
const jurisdictionCode = line(40).min(1);
const postKind = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,40}$/)
  .describe('岗位编号，如 info-officer');
/** 单位标识码: ten digits, the first six the area. */
const unitCode = z
  .string()
  .regex(/^\d{10}$/)
  .describe('单位标识码，10 位数字');
const userName = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9._-]{2,31}$/)
  .describe('用户名：字母开头，3 至 32 位字母、数字、点、横线');

export const idParams = z.strictObject({ id });
const version = z.int().min(1).describe('读到的版本；已被他人改过则拒绝');

const unitRole = z.strictObject({
  id,
  role: unitRoleName,
  detail: oversightDetail.nullable(),
  over: z.string(),
  overName: z.string(),
  fromDay: day,
  toDay: day.nullable(),
  abilities: z.strictObject({ end: z.boolean() }),
});

/** A unit as lists and the tree show it. */
const unitSummary = z.strictObject({
  id,
  jurisdiction: z.string(),
  jurisdictionName: z.string(),
  name: z.string(),
  shortName: z.string().nullable(),
  code: z.string().nullable(),
  kind: unitKind,
  tier: unitTier.nullable(),
  parentId: id.nullable(),
  hasChildren: z.boolean(),
  closedOn: day.nullable(),
  roles: z.array(
    z.strictObject({
      role: unitRoleName,
      detail: oversightDetail.nullable(),
      over: z.string(),
      overName: z.string(),
    }),
  ),
});
export type UnitSummaryWire = z.infer<typeof unitSummary>;

export const unitChildrenQuery = z.strictObject({
  parent: id.optional().describe('上级单位；不写则列出看得到的最上层单位'),
  closed: z.enum(['true', 'false']).default('false').describe('是否包括已撤销单位'),
});
export const unitList = z.strictObject({ items: z.array(unitSummary) });

export const unitSearchQuery = z.strictObject({
  ...pageQuery,
  q: line(60).min(1).describe('名称、简称中的一段，或单位标识码'),
  jurisdiction: jurisdictionCode.optional(),
});
export const foundUnit = z.strictObject({
  ...unitSummary.shape,
  pathNames: z.array(z.string()).describe('自上而下的上级单位名称'),
});
export const unitPage = pageOf(foundUnit);

const holder = z.strictObject({
  appointmentId: id,
  personId: id,
  name: z.string(),
  phone: z.string().nullable().describe('仅本辖区内可见'),
  fromDay: day,
  toDay: day.nullable(),
  abilities: z.strictObject({ end: z.boolean() }),
});

const postDetail = z.strictObject({
  id,
  kind: z.string(),
  kindName: z.string(),
  title: z.string(),
  closedOn: day.nullable(),
  holders: z.array(holder),
  abilities: z.strictObject({ appoint: z.boolean(), close: z.boolean() }),
});

const unitRef = z.strictObject({ id, name: z.string() });

export const unitDetail = z.strictObject({
  ...unitSummary.omit({ roles: true }).shape,
  secret: z.boolean().describe('涉密单位'),
  inward: z.boolean().describe('无对外公共管理职能'),
  underPark: z.boolean(),
  version: z.int(),
  path: z.array(unitRef).describe('自上而下，含本单位'),
  guidedBy: unitRef.nullable().describe('行业主管部门'),
  guides: z.array(unitRef).describe('作为行业主管部门所指导的单位（最多 50 个）'),
  supervisor: unitRef.nullable().describe('管辖本单位的主管单位'),
  executingBody: unitRef.nullable().describe('代主管单位办事的执行机构'),
  oversight: z.array(z.strictObject({ ...unitRef.shape, detail: oversightDetail })),
  roles: z.array(unitRole),
  posts: z.array(postDetail),
  operators: z.array(operator),
  contacts: z.array(contact),
  abilities: z.strictObject({
    change: z.boolean(),
    close: z.boolean(),
    addChild: z.boolean(),
    addPost: z.boolean(),
    addPerson: z.boolean(),
    assignRole: z.boolean(),
    nameOperator: z.boolean(),
    keepContacts: z.boolean(),
  }),
});
export type UnitDetailWire = z.infer<typeof unitDetail>;

const unitFields = {
  name: unitName,
  shortName: shortName.nullable().default(null),
  code: unitCode.nullable().default(null),
  kind: unitKind,
  tier: unitTier.nullable().default(null),
  secret: z.boolean().default(false),
  inward: z.boolean().default(false),
  guidedById: id.nullable().default(null),
};
export const createUnitBody = z.strictObject({
  ...unitFields,
  parentId: id.describe('上级单位'),
  jurisdiction: jurisdictionCode.optional().describe('所在辖区；不写则与上级单位相同'),
});
export const changeUnitBody = z.strictObject({ ...unitFields, parentId: id.nullable(), version });
export const closeUnitBody = z.strictObject({ on: day, version });

export const createPostBody = z.strictObject({ kind: postKind, title: line(40).min(1) });
export const appointBody = z.strictObject({
  personId: id,
  fromDay: day,
  toDay: day.nullable().default(null),
});
export const endAppointmentBody = z.strictObject({
  toDay: day.describe('任职的最后一日'),
  reason: line(200).min(1),
});

export const createPersonBody = z.strictObject({
  unitId: id.describe('所在单位'),
  name: line(30).min(2),
  phone,
  email: z.email().max(100).nullable().default(null),
  isStaff: z.boolean().describe('在编在岗'),
  userName,
  openIdSubject: line(120).nullable().default(null).describe('统一身份认证中的标识'),
  postId: id.nullable().default(null).describe('随即任职的岗位'),
  fromDay: day.optional().describe('任职起始日；不写则为当天'),
});
export const changePersonBody = z.strictObject({
  name: line(30).min(2),
  phone,
  email: z.email().max(100).nullable(),
  isStaff: z.boolean(),
  version,
});

/** A user name with its initial password: shown this once, kept nowhere. */
export const initialSignIn = z.strictObject({ userName: z.string(), password: z.string() });
export const createdUnit = z.strictObject({ id });
export const createdPost = z.strictObject({ id });
export const createdAppointment = z.strictObject({ id });
export const createdPerson = z.strictObject({ id, initial: initialSignIn });

export const peopleQuery = z.strictObject({
  ...pageQuery,
  q: line(30).optional().describe('姓名中的一段'),
  unit: id.optional().describe('在此单位任职'),
});
export const personPost = z.strictObject({
  appointmentId: id,
  postId: id,
  kind: z.string(),
  title: z.string(),
  unitId: id,
  unitName: z.string(),
  fromDay: day,
  toDay: day.nullable(),
});
export const personSummary = z.strictObject({
  id,
  jurisdiction: z.string(),
  name: z.string(),
  phone: z.string().nullable(),
  isStaff: z.boolean(),
  posts: z.array(personPost),
});
export const peoplePage = pageOf(personSummary);
export const personDetail = z.strictObject({
  ...personSummary.shape,
  email: z.string().nullable(),
  version: z.int(),
  past: z.array(personPost).describe('已结束或尚未开始的任职'),
  user: z
    .strictObject({
      userName: z.string(),
      disabled: z.boolean(),
      totp: z.boolean(),
      lockedMinutes: z.int(),
      neverSignedIn: z.boolean().describe('初始口令尚未修改'),
    })
    .nullable(),
  abilities: z.strictObject({
    change: z.boolean(),
    resetPassword: z.boolean(),
    unlock: z.boolean(),
    disable: z.boolean(),
    enable: z.boolean(),
  }),
});
export type PersonDetailWire = z.infer<typeof personDetail>;

export const assignRoleBody = z
  .strictObject({
    role: unitRoleName,
    detail: oversightDetail.nullable().default(null),
    over: jurisdictionCode,
    fromDay: day,
    toDay: day.nullable().default(null),
  })
  .refine((body) => (body.role === 'oversight') === (body.detail !== null), { path: ['detail'] });
export const endRoleBody = z.strictObject({ toDay: day });

export const created = z.strictObject({ id });
export const changed = z.strictObject({});

/** What is wrong with one row of an import. `row` counts as the spreadsheet shows it. */
export const importProblem = z.strictObject({
  sheet: z.string(),
  row: z.int(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  code: z.string(),
  message: z.string(),
});
export const importCheck = z.strictObject({
  units: z.int().describe('单位行数'),
  people: z.int().describe('人员行数'),
  problems: z.array(importProblem),
});
export const importResult = z.strictObject({
  units: z.int(),
  people: z.int(),
  initial: z
    .array(z.strictObject({ userName: z.string(), name: z.string(), unit: z.string(), password: z.string() }))
    .describe('初始口令，只在此显示一次'),
});

/** One of one's own units with whom it answers to: for the head of forms and the workbench. */
export const myUnit = z.strictObject({
  ...unitSummary.omit({ roles: true, hasChildren: true }).shape,
  secret: z.boolean(),
  inward: z.boolean(),
  underPark: z.boolean(),
  posts: z.array(z.strictObject({ postId: id, kind: z.string(), title: z.string() })),
  supervisor: unitRef.nullable(),
  executingBody: unitRef.nullable(),
  basis: z.array(basisRef).describe('主管单位的依据'),
});
export const myUnits = z.strictObject({ items: z.array(myUnit) });
