import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type DossierManifest, dossierManifest } from '../../../contracts/dossiers/wire.ts';
import { archiveWords, verifyWords as words } from '../../../contracts/dossiers/words.ts';
import { RefusedFile } from '../../documents/refused-file.ts';
import { openArchive, type ZipArchive } from '../../documents/zip-archive.ts';
import { type AuditEntry, hashOf } from '../../kernel/audit/entry.ts';
import type { WrittenHead } from '../../kernel/audit/verify.ts';

/** An archive this system wrote: its papers may be many, but none swells beyond what was kept. */
const LIMITS = {
  entries: 20_000,
  totalBytes: 4 * 1024 * 1024 * 1024,
  ratio: 1_000,
  ratioFromBytes: 32 * 1024 * 1024,
};

export interface DossierVerdict {
  readonly manifest: DossierManifest | null;
  readonly files: number;
  readonly entries: number;
  /** Whether an earlier head, kept outside, could be compared with the trail in the dossier. */
  readonly compared: boolean;
  /** What is wrong, in sentences; empty where the dossier is whole. */
  readonly faults: readonly string[];
}

const entrySchema = z.object({
  jurisdiction_id: z.string(),
  seq: z.int(),
  at: z.string(),
  actor_kind: z.string(),
  person_id: z.string().nullable(),
  person_name: z.string(),
  post_id: z.string().nullable(),
  post_title: z.string().nullable(),
  action: z.string(),
  subject_type: z.string(),
  subject_id: z.string(),
  facts: z.record(z.string(), z.unknown()),
  before_digest: z.string().nullable(),
  after_digest: z.string().nullable(),
  prev_hash: z.string(),
  hash: z.string(),
});
const trailSchema = z.object({
  head: z.object({ seq: z.int(), hash: z.string() }).nullable(),
  entries: z.array(entrySchema),
});

/**
 * Checks an exported dossier by itself, without a database: every file against the manifest, every entry of the trail
 * against its own hash, neighbours against each other, the last against the head, and all of them against heads that
 * were kept outside, where those are given.
 */
export async function verifyDossier(
  bytes: Buffer,
  written: readonly WrittenHead[] = [],
): Promise<DossierVerdict> {
  const nothing = { manifest: null, files: 0, entries: 0, compared: false };
  let archive: ZipArchive;
  try {
    archive = openArchive(bytes, LIMITS);
  } catch (error) {
    if (error instanceof RefusedFile) return { ...nothing, faults: [words.notArchive] };
    throw error;
  }
  const manifest = dossierManifest.safeParse(await readJson(archive, archiveWords.manifest));
  if (!manifest.success) return { ...nothing, faults: [words.noManifest] };
  const trail = trailSchema.safeParse(await readJson(archive, archiveWords.trailData));
  const faults = await checkFiles(archive, manifest.data);
  const found = trail.success
    ? checkTrail(trail.data, manifest.data, written)
    : { faults: [words.noTrail], compared: false };
  return {
    manifest: manifest.data,
    files: manifest.data.files.length,
    entries: trail.data?.entries.length ?? 0,
    compared: found.compared,
    faults: [...faults, ...found.faults],
  };
}

async function readJson(archive: ZipArchive, name: string): Promise<unknown> {
  const bytes = await readEntry(archive, name);
  try {
    return bytes === null ? null : JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}

/** The content of an entry; null where it is missing or cannot be unpacked. */
async function readEntry(archive: ZipArchive, name: string): Promise<Buffer | null> {
  try {
    return archive.has(name) ? await archive.read(name) : null;
  } catch (error) {
    if (error instanceof RefusedFile) return null;
    throw error;
  }
}

async function checkFiles(archive: ZipArchive, { files }: DossierManifest): Promise<string[]> {
  const faults: string[] = [];
  for (const { path, bytes, sha256 } of files) {
    if (!archive.has(path)) {
      faults.push(words.missing(path));
      continue;
    }
    const content = await readEntry(archive, path);
    const same = content?.length === bytes && createHash('sha256').update(content).digest('hex') === sha256;
    if (!same) faults.push(words.altered(path));
  }
  const listed = new Set([archiveWords.manifest, ...files.map(({ path }) => path)]);
  return [...faults, ...archive.names.filter((name) => !listed.has(name)).map(words.extra)];
}

type Trail = z.output<typeof trailSchema>;

function checkTrail(
  { head, entries }: Trail,
  { audit }: DossierManifest,
  written: readonly WrittenHead[],
): { faults: string[]; compared: boolean } {
  const faults = entries.flatMap((entry, at) => entryFaults(entry, entries[at - 1], audit.jurisdiction));
  const last = entries.at(-1);
  if (entries.length !== audit.entries) faults.push(words.countDiffers);
  if (head?.seq !== audit.head?.seq || head?.hash !== audit.head?.hash)
    faults.push(words.headDiffers(audit.head?.seq ?? 0));
  if (last && (!head || last.seq > head.seq)) faults.push(words.beyondHead(last.seq));
  if (last && head && last.seq === head.seq && last.hash !== head.hash)
    faults.push(words.headDiffers(head.seq));
  const known = new Map<number, string>(entries.map(({ seq, hash }) => [seq, hash]));
  if (head) known.set(head.seq, head.hash);
  const comparable = written.filter(
    ({ jurisdiction, seq }) => jurisdiction === audit.jurisdiction && known.has(seq),
  );
  for (const { seq, hash } of comparable) if (known.get(seq) !== hash) faults.push(words.writtenDiffers(seq));
  return { faults, compared: comparable.length > 0 };
}

function entryFaults(entry: AuditEntry, before: AuditEntry | undefined, jurisdiction: string): string[] {
  const { hash, ...rest } = entry;
  const { seq } = entry;
  return [
    ...(entry.jurisdiction_id === jurisdiction ? [] : [words.entryForeign(seq)]),
    ...(hashOf(rest) === hash ? [] : [words.entryAltered(seq)]),
    ...(before && before.seq >= seq ? [words.entryOrder(seq)] : []),
    ...(before && before.seq + 1 === seq && before.hash !== entry.prev_hash
      ? [words.entryUnlinked(seq)]
      : []),
  ];
}
