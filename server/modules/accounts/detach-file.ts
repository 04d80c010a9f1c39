import type { Context } from '../../kernel/context.ts';
import { dropFile, listFiles } from '../../kernel/files.ts';
import { done, found, type Outcome } from '../../kernel/outcome.ts';
import { filingSubject } from './assemble-filing.ts';
import { refuseLocked } from './attach-file.ts';
import { actingPost, type FilingKey, holdForHost } from './lock-filing.ts';
import type { Filing } from './model.ts';

/** Takes a paper away from a filing that is not submitted. Throws not-found where it is not there. */
export async function detachFile(ctx: Context, key: FilingKey, fileId: string): Promise<Outcome<Filing>> {
  const { filing, post } = await holdForHost(ctx, key);
  const subject = filingSubject(filing);
  const file = found((await listFiles(ctx, filing.jurisdiction, subject)).find(({ id }) => id === fileId));
  refuseLocked(filing, file.label);
  await dropFile(ctx, filing.jurisdiction, subject, file.id);
  ctx.audit({
    jurisdiction: filing.jurisdiction,
    action: 'filing.detach',
    subject,
    post: actingPost(post),
    facts: { file: file.id, label: file.label, sha256: file.sha256 },
    before: { file: file.sha256 },
  });
  return done(filing);
}
