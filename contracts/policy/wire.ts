import { z } from 'zod';
import { basisRef, day } from '../kernel/wire.ts';

export const jurisdictionName = z.strictObject({ code: z.string(), name: z.string(), level: z.string() });

/** A regulation as a pack holds it. `state` is that of its sources today. */
export const regulation = z.strictObject({
  pack: z.string(),
  title: z.string(),
  version: z.string(),
  jurisdiction: jurisdictionName,
  sources: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      number: z.string().nullable(),
      from: day,
      until: day.nullable().describe('不再适用的首日'),
      assumed: z.string().nullable(),
      state: z.enum(['in-force', 'not-yet', 'lapsed', 'repealed']),
    }),
  ),
  records: z.int(),
  clauses: z.int(),
});
export type Regulation = z.infer<typeof regulation>;

/** One dated value of a regulation, in words. */
export const record = z.strictObject({
  rule: z.string(),
  title: z.string(),
  kind: z.string(),
  from: day,
  text: z.string(),
  basis: z.strictObject({ source: z.string(), article: z.string(), summary: z.string() }),
  clauses: z.array(z.string()),
});
export const regulationDetail = regulation.extend({ entries: z.array(record) });

/** What holds for one rule: the value in words, its basis, and what it overrode with the reason. */
const holding = z.strictObject({
  rule: z.string(),
  title: z.string(),
  kind: z.string(),
  state: z.enum(['in-force', 'not-yet', 'repealed', 'lapsed', 'absent']),
  combine: z.string().describe('各级规定的合并方式'),
  text: z.string(),
  basis: z.array(basisRef),
  overrode: z.array(z.strictObject({ text: z.string(), basis: basisRef, why: z.string() })),
  conditional: z.array(z.strictObject({ when: z.string(), text: z.string(), basis: basisRef })),
  notes: z.array(z.string()),
});
export type Holding = z.infer<typeof holding>;

export const holdsQuery = z.strictObject({
  jurisdiction: z.string().max(40).optional(),
  unit: z.uuid().optional(),
  on: day.optional(),
  rule: z.string().max(80).optional(),
});

export const holds = z.strictObject({
  jurisdiction: jurisdictionName,
  unitName: z.string().nullable(),
  on: day,
  levels: z.array(jurisdictionName).describe('自上而下各级'),
  rules: z.array(holding),
  warnings: z.array(z.string()),
});

export const clauseRow = z.strictObject({
  id: z.string(),
  regulation: z.string(),
  article: z.string(),
  capability: z.string(),
  summary: z.string(),
  status: z.enum(['enforced', 'recorded', 'not-enforced']),
  where: z.string().nullable(),
  test: z.string().nullable(),
  note: z.string().nullable(),
});
export const clauseTrace = z.strictObject({
  items: z.array(clauseRow),
  counts: z.strictObject({ enforced: z.int(), recorded: z.int(), notEnforced: z.int() }),
});
