import { z } from 'zod';
import { day, id, line, lines } from '../kernel/wire.ts';

/** A filing that waits for the park to hand it on. */
const relayWaiting = z.strictObject({
  jurisdiction: z.string(),
  filingId: id,
  title: z.string(),
  hostName: z.string(),
  stepTitle: z.string(),
  unitId: id,
  unitName: z.string(),
  since: z.string(),
  due: day.nullable(),
  seal: z.boolean().describe('转报须用印'),
  digest: z.string().describe('内容摘要码；报送时带回'),
  version: z.int(),
});
export type RelayWaiting = z.infer<typeof relayWaiting>;

const relay = z.strictObject({
  id,
  jurisdiction: z.string(),
  unitName: z.string(),
  number: z.int().describe('本单位第几批'),
  relayedAt: z.string(),
  relayedBy: z.string(),
  note: z.string().nullable(),
  items: z.array(z.strictObject({ filingId: id, title: z.string(), hostName: z.string() })),
});
export type RelayWire = z.infer<typeof relay>;

export const relayList = z.strictObject({ waiting: z.array(relayWaiting), relays: z.array(relay) });
export const relayKey = z.strictObject({ jurisdiction: line(40), id });

export const relayBody = z.strictObject({
  filings: z
    .array(
      z.strictObject({
        jurisdiction: line(40),
        id,
        digest: z.string().regex(/^[0-9a-f]{64}$/),
        version: z.int().min(1),
      }),
    )
    .min(1)
    .max(200),
  sealed: z.boolean().describe('已用印'),
  note: lines(1000).optional(),
});
