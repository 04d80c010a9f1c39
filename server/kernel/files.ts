import { createHash } from 'node:crypto';
import type { Context } from './context.ts';
import { newId } from './db/uuid.ts';
import { found } from './outcome.ts';

type FileTables = {
  files: {
    jurisdiction_id: string;
    id: string;
    subject_type: string;
    subject_id: string;
    label: string;
    name: string;
    mime: string;
    bytes: number;
    sha256: string;
    content: Buffer;
    uploaded_by: string | null;
    uploaded_at: string;
  };
};

/** A kept file without its content. */
export interface KeptFile {
  readonly id: string;
  readonly subjectId: string;
  /** Which attachment of the subject it is, by the form's id. */
  readonly label: string;
  readonly name: string;
  readonly mime: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly uploadedAt: string;
}

export interface NewFile {
  readonly jurisdiction: string;
  readonly subject: { readonly type: string; readonly id: string };
  readonly label: string;
  readonly name: string;
  readonly mime: string;
  readonly content: Buffer;
}

/** Keeps a file with its subject. The caller has checked what the file is. */
export async function keepFile(ctx: Context, file: NewFile): Promise<KeptFile> {
  const id = newId();
  const sha256 = createHash('sha256').update(file.content).digest('hex');
  await ctx.tx
    .withTables<FileTables>()
    .insertInto('files')
    .values({
      jurisdiction_id: file.jurisdiction,
      id,
      subject_type: file.subject.type,
      subject_id: file.subject.id,
      label: file.label,
      name: file.name,
      mime: file.mime,
      bytes: file.content.length,
      sha256,
      content: file.content,
      uploaded_by: ctx.actor.personId,
      uploaded_at: ctx.now.iso,
    })
    .execute();
  return {
    id,
    subjectId: file.subject.id,
    label: file.label,
    name: file.name,
    mime: file.mime,
    bytes: file.content.length,
    sha256,
    uploadedAt: ctx.now.iso,
  };
}

/** The files of a subject, in the order they came. */
export async function listFiles(
  ctx: Context,
  jurisdiction: string,
  subject: { type: string; id: string },
): Promise<KeptFile[]> {
  const rows = await ctx.tx
    .withTables<FileTables>()
    .selectFrom('files')
    .select(['id', 'subject_id', 'label', 'name', 'mime', 'bytes', 'sha256', 'uploaded_at'])
    .where('jurisdiction_id', '=', jurisdiction)
    .where('subject_type', '=', subject.type)
    .where('subject_id', '=', subject.id)
    .orderBy('id')
    .execute();
  return rows.map(({ subject_id, uploaded_at, ...rest }) => ({
    ...rest,
    subjectId: subject_id,
    uploadedAt: uploaded_at,
  }));
}

/** One file with its content; not-found outside the actor's scope. */
export async function readFile(ctx: Context, jurisdiction: string, id: string): Promise<NewFile> {
  const row = found(
    await ctx.tx
      .withTables<FileTables>()
      .selectFrom('files')
      .selectAll()
      .where('jurisdiction_id', '=', jurisdiction)
      .where('id', '=', id)
      .executeTakeFirst(),
  );
  return {
    jurisdiction,
    subject: { type: row.subject_type, id: row.subject_id },
    label: row.label,
    name: row.name,
    mime: row.mime,
    content: row.content,
  };
}

/** Takes a file away from a subject that may still be changed; true when it was there. */
export async function dropFile(
  ctx: Context,
  jurisdiction: string,
  subject: { type: string; id: string },
  id: string,
): Promise<boolean> {
  const gone = await ctx.tx
    .withTables<FileTables>()
    .deleteFrom('files')
    .where('jurisdiction_id', '=', jurisdiction)
    .where('subject_type', '=', subject.type)
    .where('subject_id', '=', subject.id)
    .where('id', '=', id)
    .executeTakeFirst();
  return gone.numDeletedRows === 1n;
}
