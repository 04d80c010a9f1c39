import type { Context } from '../../kernel/context.ts';
import { readFile } from '../../kernel/files.ts';
import type { FileAnswer } from '../../kernel/http/routes.ts';
import { found, Refused } from '../../kernel/outcome.ts';
import { approvalsOf } from '../approvals/index.ts';
import { filingSubject } from './assemble-filing.ts';
import { refuseStrangers } from './read-filing.ts';
import { readFiling } from './store.ts';

/** Types a browser shows without running anything in them. */
const SHOWN = ['application/pdf', 'image/png', 'image/jpeg'];

/** One paper of a filing, for those whom the filing concerns. */
export async function downloadFile(
  ctx: Context,
  key: { readonly jurisdiction: string; readonly id: string; readonly fileId: string },
): Promise<FileAnswer> {
  const filing = found(await readFiling(ctx.tx, key.jurisdiction, key.id));
  await refuseStrangers(ctx, filing, await approvalsOf(ctx, filing.jurisdiction, filingSubject(filing)));
  const file = await readFile(ctx, key.jurisdiction, key.fileId);
  const own = file.subject.type === 'filing' && file.subject.id === filing.id;
  if (!own) throw new Refused('not-found');
  return { name: file.name, mime: file.mime, content: file.content, inline: SHOWN.includes(file.mime) };
}
