import { z } from 'zod';
import { basisRef, day } from '../kernel/wire.ts';

/** One thing to do, with its one next action. The workbench is the list of these, ordered by due day. */
const task = z.strictObject({
  id: z.string(),
  kind: z.enum([
    'decide',
    'draft',
    'returned',
    'record-opening',
    'record-effect',
    'enter',
    'deadline',
    'password',
    'vacancy',
    'ledger',
    'build',
    'drift',
  ]),
  title: z.string(),
  detail: z.string(),
  unitName: z.string(),
  /** Days in the legal zone; null where no clock runs. */
  due: day.nullable(),
  overdue: z.boolean(),
  daysLeft: z.int().nullable().describe('剩余自然日，负数为逾期'),
  provisional: z.boolean(),
  basis: z.array(basisRef),
  action: z.string().describe('下一步动作的名称'),
  href: z.string(),
});
export type Task = z.infer<typeof task>;

export const notice = z.strictObject({
  id: z.uuid(),
  text: z.string(),
  at: z.string(),
  read: z.boolean(),
  href: z.string().nullable(),
});

export const workbench = z.strictObject({
  today: day,
  tasks: z.array(task),
  notices: z.array(notice),
});
