import { sniffFile } from '../../documents/sniff.ts';
import type { Context } from '../../kernel/context.ts';
import { keepFile, listFiles, readFile } from '../../kernel/files.ts';
import type { FileAnswer } from '../../kernel/http/routes.ts';
import { done, found, type Outcome, Refused, refuse } from '../../kernel/outcome.ts';
import { keepingPost, mustKeep } from './abilities.ts';
import { placeOfRecord, subjectOf } from './find-place.ts';
import type { StewardshipRecord } from './model.ts';
import { lockRecord, readRecord, updateFlaws } from './store.ts';

/** How a record's files are kept. */
export const FILE_SUBJECT = 'stewardship';
const MOST_FILES = 10;
/** Types a browser shows without running anything in them. */
const SHOWN = ['application/pdf', 'image/png', 'image/jpeg'];

type Key = { readonly jurisdiction: string; readonly id: string };

/** Keeps a file with a record; once kept it stays. Problems: stewardship.too-many-files, file-refused. */
export async function attachToRecord(
  ctx: Context,
  key: Key,
  upload: { readonly name: string; readonly content: Buffer },
): Promise<Outcome<StewardshipRecord>> {
  const record = found(await lockRecord(ctx.tx, key.jurisdiction, key.id));
  const { host } = await placeOfRecord(ctx, record);
  const acting = mustKeep(ctx.actor, keepingPost(ctx.actor, host, ctx.geography));
  if (record.toDay !== null) return refuse({ code: 'stewardship.ended-already' });
  const subject = { type: FILE_SUBJECT, id: record.id };
  const kept = await listFiles(ctx, record.jurisdiction, subject);
  if (kept.length >= MOST_FILES)
    return refuse({ code: 'stewardship.too-many-files', facts: { max: MOST_FILES } });
  const sniffed = await sniffFile(upload.name, upload.content);
  if (!sniffed.ok) {
    if (sniffed.reason === 'file-too-large')
      throw new Refused('too-large', { code: 'stewardship.file-too-large' });
    return refuse({ code: 'stewardship.file-refused', field: 'file', facts: { reason: sniffed.reason } });
  }
  const { jurisdiction, kind } = record;
  const file = await keepFile(ctx, { jurisdiction, subject, label: kind, mime: sniffed.mime, ...upload });
  const filed = { ...record, flaws: record.flaws.filter((flaw) => flaw !== 'no-file') };
  await updateFlaws(ctx.tx, filed);
  ctx.audit({
    jurisdiction,
    action: 'stewardship.attach',
    subject: subjectOf(record),
    ...(acting ? { post: acting } : {}),
    facts: { record: record.id, kind, file: file.id, sha256: file.sha256, bytes: file.bytes },
    after: { file: file.sha256 },
  });
  return done(filed);
}

/** One file of a record, for those who may read its ledger. */
export async function downloadRecordFile(ctx: Context, key: Key & { fileId: string }): Promise<FileAnswer> {
  const record = found(await readRecord(ctx.tx, key.jurisdiction, key.id));
  await placeOfRecord(ctx, record);
  const file = await readFile(ctx, key.jurisdiction, key.fileId);
  if (file.subject.type !== FILE_SUBJECT || file.subject.id !== record.id) throw new Refused('not-found');
  return { name: file.name, mime: file.mime, content: file.content, inline: SHOWN.includes(file.mime) };
}
