import { z } from 'zod';
import { day, id, line } from '../kernel/wire.ts';

export const phone = z
  .string()
  .regex(/^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8}(-\d{1,6})?)$/)
  .describe('手机或固定电话');

/** Who runs accounts for a host: a section of it, or an agency under contract. */
export const operator = z.strictObject({
  id,
  kind: z.enum(['section', 'outside']),
  unitId: id.nullable(),
  name: z.string(),
  tasks: z.string(),
  contractNo: z.string().nullable(),
  confidentialitySignedOn: day.nullable(),
  fromDay: day,
  toDay: day.nullable(),
});

/** Whom a unit turns to at a department or platform it coordinates with. */
export const contact = z.strictObject({
  id,
  partner: z.enum(['publicity', 'cyberspace', 'police', 'telecoms', 'platform', 'media-centre']),
  organisation: z.string(),
  personName: z.string(),
  phone: z.string(),
});

export const nameOperatorBody = z.strictObject({
  kind: z.enum(['section', 'outside']),
  unitId: id.nullable().default(null).describe('承办的内设科室'),
  name: line(60).nullable().default(null).describe('受委托的外部机构'),
  tasks: line(400).min(1).describe('承办事项'),
  contractNo: line(60).nullable().default(null),
  confidentialitySignedOn: day.nullable().default(null),
  fromDay: day,
  toDay: day.nullable().default(null),
});

export const addContactBody = z.strictObject({
  partner: contact.shape.partner,
  organisation: line(60).min(2),
  personName: line(30).min(1),
  phone,
});
