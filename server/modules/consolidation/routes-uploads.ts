import type { FastifyRequest } from 'fastify';
import { followersBody } from '../../../contracts/consolidation/wire.ts';
import { sniffFile } from '../../documents/sniff.ts';
import { done, type Outcome, refuse } from '../../kernel/outcome.ts';
import type { FollowersTold } from './carry-step.ts';
import type { SheetRow } from './rules-activity.ts';
import { activityRows } from './upload-activity.ts';

interface Parts {
  readonly fields: Readonly<Record<string, string>>;
  readonly file: { readonly name: string; readonly content: Buffer } | null;
}

async function readParts(request: FastifyRequest): Promise<Outcome<Parts>> {
  if (!request.isMultipart()) return refuse({ code: 'consolidation.no-file', field: 'file' });
  const fields: Record<string, string> = {};
  let file: Parts['file'] = null;
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      if (part.fieldname !== 'file')
        return refuse({ code: 'unknown-field', field: part.fieldname, facts: { field: part.fieldname } });
      file = { name: part.filename, content: await part.toBuffer() };
    } else fields[part.fieldname] = String(part.value);
  }
  return done({ fields, file });
}

/** The one workbook of a form, read into rows before the transaction begins. */
export async function readSheetUpload(request: FastifyRequest): Promise<Outcome<SheetRow[]>> {
  const read = await readParts(request);
  if (!read.ok) return read;
  const { file, fields } = read.value;
  const [field] = Object.keys(fields);
  if (field) return refuse({ code: 'unknown-field', field, facts: { field } });
  if (!file) return refuse({ code: 'consolidation.no-file', field: 'file' });
  const sniffed = await sniffFile(file.name, file.content);
  if (!sniffed.ok || sniffed.type !== 'xlsx')
    return refuse({ code: 'consolidation.not-a-workbook', field: 'file' });
  return activityRows(file.content);
}

/** When and where the followers were told, with a picture of it or without. */
export async function readFollowersUpload(
  request: FastifyRequest,
): Promise<Outcome<FollowersTold & { readonly version: number }>> {
  const read = await readParts(request);
  if (!read.ok) return read;
  const asked = followersBody.safeParse(read.value.fields);
  if (!asked.success)
    return refuse({ code: 'bad-input', field: String(asked.error.issues[0]?.path[0] ?? 'on') });
  const { version, on, url } = asked.data;
  return done({ version, on, url: url || null, file: read.value.file });
}
