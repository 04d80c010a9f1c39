import { z } from 'zod';
import { id, line } from '../kernel/wire.ts';

export const dossierKey = z.strictObject({ jurisdiction: line(40), id });

/** One part of a dossier as it is read and printed: facts label by label, then a table. */
const dossierSection = z.strictObject({
  key: z.string(),
  title: z.string(),
  note: z.string().nullable(),
  facts: z.array(z.strictObject({ label: z.string(), value: z.string() })),
  columns: z.array(z.string()),
  rows: z.array(z.array(z.string())),
});
export type DossierSection = z.infer<typeof dossierSection>;

export const dossierParts = z.strictObject({
  sections: z.array(dossierSection),
  files: z.int().describe('一户一档中的材料数'),
  bytes: z.int(),
});
export type DossierPartsWire = z.infer<typeof dossierParts>;

/** A kept file that belongs in the dossier; its digest is what was noted when it was taken in. */
export interface DossierFile {
  readonly folder: string;
  readonly name: string;
  readonly title: string;
  readonly jurisdiction: string;
  readonly fileId: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What one module knows of an account for its dossier. */
export interface DossierContent {
  readonly sections: readonly DossierSection[];
  readonly files: readonly DossierFile[];
  /** Whose entries in the trail belong to the account. */
  readonly subjects: readonly { readonly type: string; readonly id: string }[];
}

const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** What an exported dossier holds, and where the trail stood. */
export const dossierManifest = z.strictObject({
  format: z.literal('juzhen-dossier/1'),
  account: z.strictObject({
    jurisdiction: z.string(),
    id: z.string(),
    name: z.string(),
    filingNumber: z.string(),
  }),
  madeAt: z.string(),
  files: z.array(
    z.strictObject({ path: z.string(), title: z.string(), bytes: z.int().min(0), sha256: digest }),
  ),
  audit: z.strictObject({
    jurisdiction: z.string(),
    entries: z.int().min(0),
    head: z.strictObject({ seq: z.int().min(0), hash: digest }).nullable(),
  }),
});
export type DossierManifest = z.infer<typeof dossierManifest>;
