import { createHash } from 'node:crypto';
import { momentText } from '../../../contracts/deadlines/words.ts';
import type { DossierFile, DossierManifest, DossierSection } from '../../../contracts/dossiers/wire.ts';
import { archiveWords, formFileName, indexWords } from '../../../contracts/dossiers/words.ts';
import { reportToPdf } from '../../documents/report.ts';
import { distinctPaths, safeName } from '../../documents/safe-name.ts';
import type { ZipPart } from '../../documents/zip-writer.ts';
import type { Context } from '../../kernel/context.ts';
import { readFile } from '../../kernel/files.ts';
import { Refused } from '../../kernel/outcome.ts';
import { type Account, getDossier, printForm } from '../accounts/index.ts';
import { type DossierPart, gatherDossier } from './gather-dossier.ts';
import { proveTrail, type TrailProof, trailSections } from './prove-trail.ts';

/** The archive is written without 64-bit sizes, and nobody waits for more. */
const MOST_BYTES = 1024 * 1024 * 1024;
const MEGABYTE = 1024 * 1024;

/** A file of the archive: made now and at hand, or kept and fetched when its turn comes. */
type Entry = DossierManifest['files'][number] &
  ({ readonly content: Buffer } | { readonly kept: DossierFile });

export interface PreparedDossier {
  readonly name: string;
  readonly entries: readonly Entry[];
}

/**
 * Prepares everything that an inspection asks of an account: the index, the contents as data, the proof from the
 * trail, the printed forms, and the list of kept papers with the digests noted when they were taken in. The papers
 * themselves are fetched one by one while the archive is sent. Throws not-found, forbidden, too-large.
 */
export async function prepareDossier(
  ctx: Context,
  parts: readonly DossierPart[],
  key: { readonly jurisdiction: string; readonly id: string },
): Promise<PreparedDossier> {
  const { account, content } = await gatherDossier(ctx, parts, key);
  const total = content.files.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total > MOST_BYTES)
    throw new Refused('too-large', {
      code: 'dossiers.too-large',
      facts: { megabytes: Math.ceil(total / MEGABYTE) },
    });
  const path = distinctPaths();
  for (const taken of [archiveWords.index, archiveWords.manifest]) path('', taken);
  const proof = await proveTrail(ctx, account.jurisdiction, content.subjects);
  const made = [
    ...(await documents(ctx, { account, sections: content.sections, proof }, path)),
    ...(await forms(ctx, account, path)),
    ...content.files.map((file) => keptEntry(file, path)),
  ];
  const index = await indexOf(ctx, account, content.sections, made);
  const entries = [index, ...made];
  const manifest = manifestOf(ctx, account, entries, proof);
  return {
    name: archiveWords.name(safeName(account.name, archiveWords.unnamed), ctx.now.day),
    entries: [...entries, entryOf(archiveWords.manifest, '', json(manifest))],
  };
}

type Path = ReturnType<typeof distinctPaths>;

async function documents(
  ctx: Context,
  { account, sections, proof }: { account: Account; sections: readonly DossierSection[]; proof: TrailProof },
  path: Path,
): Promise<Entry[]> {
  const trail = await reportToPdf({
    title: indexWords.trailTitle,
    subtitle: subtitleOf(account),
    sections: trailSections(proof),
  });
  const record = { account: account.id, madeAt: ctx.now.iso, sections };
  return [
    entryOf(path('', archiveWords.record), indexWords.record, json(record)),
    entryOf(path('', archiveWords.trail), indexWords.trailTitle, trail),
    entryOf(path('', archiveWords.trailData), indexWords.trailData, json(proof)),
  ];
}

/** The printed form of every filing that was handed in, to read and to edit. */
async function forms(ctx: Context, { jurisdiction, id }: Account, path: Path): Promise<Entry[]> {
  const { filings } = await getDossier(ctx, jurisdiction, id);
  const handedIn = filings.filter(({ submittedAt }) => submittedAt !== null).reverse();
  const entries: Entry[] = [];
  for (const [n, filing] of handedIn.entries()) {
    for (const type of ['pdf', 'docx'] as const) {
      const { content } = await printForm(ctx, { jurisdiction, id: filing.id }, type);
      if (!Buffer.isBuffer(content)) continue;
      const name = safeName(`${formFileName(filing.title, n + 1)}.${type}`, `${n + 1}.${type}`);
      entries.push(entryOf(path(archiveWords.forms, name), filing.title, content));
    }
  }
  return entries;
}

function keptEntry(kept: DossierFile, path: Path): Entry {
  const { folder, name, title, bytes, sha256 } = kept;
  return { path: path(folder, safeName(name, archiveWords.unnamed)), title, bytes, sha256, kept };
}

function entryOf(path: string, title: string, content: Buffer): Entry {
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { path, title, bytes: content.length, sha256, content };
}

function json(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}

function subtitleOf({ name, platformName, hostName }: Account): string {
  return indexWords.subtitle(name, platformName, hostName);
}

async function indexOf(
  ctx: Context,
  account: Account,
  sections: readonly DossierSection[],
  entries: readonly Entry[],
): Promise<Entry> {
  const content = await reportToPdf({
    title: indexWords.title,
    subtitle: subtitleOf(account),
    sections: [
      ...sections.map(({ note, ...section }) => ({ ...section, note: note ?? undefined })),
      {
        title: indexWords.contents,
        note: indexWords.contentsNote(momentText(ctx.now.day)),
        facts: [],
        columns: [indexWords.path, indexWords.what, indexWords.bytes, indexWords.digest],
        rows: entries.map(({ path, title, bytes, sha256 }) => [path, title, String(bytes), sha256]),
      },
    ],
  });
  return entryOf(archiveWords.index, indexWords.title, content);
}

function manifestOf(
  ctx: Context,
  { jurisdiction, id, name, filingNumber }: Account,
  entries: readonly Entry[],
  proof: TrailProof,
): DossierManifest {
  return {
    format: 'juzhen-dossier/1',
    account: { jurisdiction, id, name, filingNumber },
    madeAt: ctx.now.iso,
    files: entries.map(({ path, title, bytes, sha256 }) => ({ path, title, bytes, sha256 })),
    audit: { jurisdiction, entries: proof.entries.length, head: proof.head },
  };
}

/** The archive's parts in turn: each kept paper is fetched when those before it are written, and checked by its digest. */
export async function* dossierParts(
  { entries }: PreparedDossier,
  fetchKept: (file: DossierFile) => Promise<Buffer>,
): AsyncGenerator<ZipPart> {
  for (const entry of entries) {
    if ('content' in entry) yield { name: entry.path, content: entry.content };
    else {
      const content = await fetchKept(entry.kept);
      const found = createHash('sha256').update(content).digest('hex');
      if (found !== entry.sha256) throw new Error(`kept file ${entry.kept.fileId} is not what was taken in`);
      yield { name: entry.path, content };
    }
  }
}

/** One kept paper, as the actor may read it. */
export async function fetchKeptFile(ctx: Context, file: DossierFile): Promise<Buffer> {
  return (await readFile(ctx, file.jurisdiction, file.fileId)).content;
}
