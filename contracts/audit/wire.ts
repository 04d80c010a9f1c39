import { z } from 'zod';
import { day, line, pageOf, pageQuery } from '../kernel/wire.ts';

export const auditQuery = z.strictObject({
  ...pageQuery,
  jurisdiction: line(40).optional(),
  subjectType: line(40).optional(),
  subjectId: line(64).optional(),
  action: line(60).optional(),
  person: line(60).optional(),
  from: day.optional(),
  to: day.optional(),
});

export const auditExportQuery = auditQuery.omit({ page: true, size: true });
export type AuditExportQuery = z.infer<typeof auditExportQuery>;

export const auditEntry = z.strictObject({
  jurisdiction: z.string(),
  seq: z.int(),
  at: z.string(),
  who: z.string(),
  post: z.string().nullable(),
  action: z.string(),
  actionName: z.string(),
  subjectType: z.string(),
  subjectName: z.string(),
  subjectId: z.string(),
  facts: z.record(z.string(), z.unknown()),
  beforeDigest: z.string().nullable(),
  afterDigest: z.string().nullable(),
  hash: z.string(),
});
export type AuditEntryWire = z.infer<typeof auditEntry>;

export const auditPage = pageOf(auditEntry);

export const auditVerdict = z.strictObject({
  chains: z.int(),
  entries: z.int(),
  whole: z.boolean(),
  broken: z.array(
    z.strictObject({
      jurisdiction: z.string(),
      jurisdictionName: z.string(),
      seq: z.int(),
      fault: z.string(),
      message: z.string(),
    }),
  ),
});
