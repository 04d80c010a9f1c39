import { z } from 'zod';
import { id, line, lines, pageOf, pageQuery } from '../kernel/wire.ts';
import { type IntakeColumn, intakeColumns } from './words.ts';

const columns = Object.keys(intakeColumns) as [IntakeColumn, ...IntakeColumn[]];
const intakeColumn = z.enum(columns);

/** Which column of the sheet, counted from 0, holds what; what is not named is not in the sheet. */
const mapping = z.partialRecord(intakeColumn, z.int().min(0).max(99));
export type Mapping = z.infer<typeof mapping>;

export const intakeKey = z.strictObject({ jurisdiction: line(40), id });
const intakeState = z.enum(['checked', 'running', 'done', 'undone']);

/** One import from the upload to its end. */
export const intake = z.strictObject({
  id,
  jurisdiction: z.string(),
  jurisdictionName: z.string(),
  fileName: z.string(),
  state: intakeState,
  stateName: z.string(),
  headers: z.array(z.string()).describe('表格的标题行'),
  mapping,
  remembered: z.boolean().describe('列的对应沿用了上一次同样标题的表格'),
  rows: z.int(),
  faulty: z.int().describe('有问题的行'),
  accepted: z.int().describe('要导入的行；开始导入后才有'),
  taken: z.int().describe('已经导入的行'),
  createdAt: z.string(),
  createdByName: z.string(),
  endedAt: z.string().nullable(),
  undoneReason: z.string().nullable(),
  version: z.int(),
  abilities: z.strictObject({ map: z.boolean(), run: z.boolean(), undo: z.boolean() }),
});
export type IntakeWire = z.infer<typeof intake>;
export const intakePage = pageOf(intake).extend({
  areas: z.array(z.strictObject({ code: z.string(), name: z.string() })).describe('可以导入的辖区'),
});
export const intakeQuery = z.strictObject(pageQuery);

const intakeProblem = z.strictObject({
  row: z.int(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  code: z.string(),
  message: z.string(),
});
export type IntakeProblemWire = z.infer<typeof intakeProblem>;
export const intakeProblemPage = pageOf(intakeProblem);

export const checkBody = z.strictObject({ jurisdiction: line(40).min(1) });
export const mapBody = z.strictObject({ version: z.int().min(1), mapping });
export const runBody = z.strictObject({
  version: z.int().min(1),
  partial: z.boolean().describe('true：先导入没有问题的行；false：全部没有问题才导入'),
});
export const undoBody = z.strictObject({ version: z.int().min(1), reason: lines(1000).min(1) });
