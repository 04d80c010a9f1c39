import { z } from 'zod';
import { route } from '../accounts/wire-form.ts';
import { clock, timelineItem } from '../accounts/wire-parts.ts';
import { basisRef, day, id, line, lines, pageOf, pageQuery } from '../kernel/wire.ts';

const requestState = z.enum([
  'draft',
  'in-approval',
  'returned',
  'approved',
  'built',
  'refused',
  'withdrawn',
]);
const kind = z.enum(['section', 'column']);
const unitRef = z.strictObject({ id, name: z.string() });
const version = z.int().min(1);

/** What is asked for. */
const wish = {
  name: line(40),
  updateClass: line(80).nullish(),
  purpose: lines(1000),
};
export const startRequestBody = z.strictObject({
  ...wish,
  siteId: id,
  unitId: id,
  kind,
  sectionId: id.nullish().describe('在哪个专栏之下'),
});
export const saveRequestBody = z.strictObject({ ...wish, version });
export const submitRequestBody = z.strictObject({ version, digest: z.string().max(64).optional() });
export const withdrawRequestBody = z.strictObject({ version, reason: lines(1000).min(2) });
export const builtBody = z.strictObject({
  version,
  builtOn: day,
  address: line(200).nullish().describe('不填即按规定的网址'),
});

const requestRow = z.strictObject({
  id,
  jurisdiction: z.string(),
  jurisdictionName: z.string(),
  kind,
  kindName: z.string(),
  title: z.string(),
  site: unitRef,
  unit: unitRef,
  state: requestState,
  stateName: z.string(),
  updatedAt: z.string(),
  submittedAt: z.string().nullable(),
  builtOn: day.nullable(),
});
export type RequestRow = z.infer<typeof requestRow>;
export const requestQuery = z.strictObject({
  ...pageQuery,
  state: requestState.optional(),
  unit: id.optional(),
  jurisdiction: line(40).optional(),
});
export type RequestQuery = z.infer<typeof requestQuery>;
export const requestPage = pageOf(requestRow);

const problem = z.strictObject({
  code: z.string(),
  field: z.string().nullable(),
  message: z.string(),
  basis: z.array(basisRef),
});

export const columnRequest = requestRow.extend({
  sectionId: id.nullable(),
  sectionName: z.string().nullable(),
  name: z.string(),
  updateClass: z.string().nullable(),
  className: z.string().nullable(),
  purpose: z.string(),
  revision: z.int(),
  version,
  digest: z.string(),
  builder: z.string().nullable(),
  pinned: z.strictObject({ packTitle: z.string().nullable(), on: day }),
  /** The address it would be, or was, built at, and how that follows. */
  address: z.string().nullable(),
  explanation: z.string().nullable(),
  addressBasis: z.array(basisRef),
  classes: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  upkeep: z.array(z.strictObject({ label: z.string(), value: z.string(), basis: z.array(basisRef) })),
  problems: z.array(problem),
  route,
  timeline: z.array(timelineItem),
  clocks: z.array(clock),
  approvalId: id.nullable(),
  returned: z
    .strictObject({ step: z.string(), who: z.string(), at: z.string(), reason: z.string() })
    .nullable(),
  abilities: z.strictObject({
    edit: z.boolean(),
    submit: z.boolean(),
    withdraw: z.boolean(),
    decide: z.boolean(),
    build: z.boolean(),
  }),
});
export type ColumnRequestWire = z.infer<typeof columnRequest>;
