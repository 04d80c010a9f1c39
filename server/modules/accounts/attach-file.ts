import { sniffFile } from '../../documents/sniff.ts';
import type { ActorPost } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import { keepFile, listFiles } from '../../kernel/files.ts';
import { done, found, type Outcome, type Problem, Refused, refuse } from '../../kernel/outcome.ts';
import { entryPost } from './abilities.ts';
import { assembleFiling, EFFECT_EVIDENCE, filingSubject, receiptLabel } from './assemble-filing.ts';
import { actingPost, type FilingKey, holdForHost } from './lock-filing.ts';
import { editableStates, type Filing, mayMove } from './model.ts';
import { lockFiling } from './store.ts';
import { readEntries } from './store-entries.ts';

const FILES_PER_SLOT = 10;

export interface Upload {
  /** Which paper it is: the label of a slot, or entry.<id> for a receipt. */
  readonly label: string;
  readonly name: string;
  readonly content: Buffer;
}

/**
 * Keeps a paper with a filing: before submission one that the form or a rule asks for, afterwards the receipt of an
 * outside entry, or what shows the effect. Problems: accounts.slot-unknown, too-many-files, file-… by what the file really is.
 */
export async function attachFile(ctx: Context, key: FilingKey, upload: Upload): Promise<Outcome<Filing>> {
  const { filing, post } = await holdForUpload(ctx, key, upload.label);
  const subject = filingSubject(filing);
  const kept = await listFiles(ctx, filing.jurisdiction, subject);
  if (kept.filter(({ label }) => label === upload.label).length >= FILES_PER_SLOT) {
    return refuse(about(upload, 'accounts.too-many-files', { max: FILES_PER_SLOT }));
  }
  const sniffed = await sniffFile(upload.name, upload.content);
  if (!sniffed.ok) {
    if (sniffed.reason === 'file-too-large')
      throw new Refused('too-large', { code: 'accounts.file-too-large' });
    return refuse(about(upload, `accounts.file-${sniffed.reason}`, sniffed.facts));
  }
  const asked = isLater(upload.label) || (await asksFor(ctx, filing, upload.label));
  if (!asked) {
    return refuse(about(upload, 'accounts.slot-unknown', {}));
  }
  const file = await keepFile(ctx, {
    jurisdiction: filing.jurisdiction,
    subject,
    ...upload,
    mime: sniffed.mime,
  });
  ctx.audit({
    jurisdiction: filing.jurisdiction,
    action: 'filing.attach',
    subject,
    post: actingPost(post),
    facts: { file: file.id, label: file.label, sha256: file.sha256, bytes: file.bytes },
    after: { file: file.sha256 },
  });
  return done(filing);
}

/** What comes after the decision: the receipt of an entry, and what shows the effect. */
function isLater(label: string): boolean {
  return label.startsWith('entry.') || label === EFFECT_EVIDENCE;
}

async function asksFor(ctx: Context, filing: Filing, label: string): Promise<boolean> {
  return (await assembleFiling(ctx, filing)).form.slots.some((slot) => slot.label === label);
}

function about(upload: Upload, code: string, facts: Readonly<Record<string, unknown>>): Problem {
  return { code, field: `attachment.${upload.label}`, facts };
}

/** Papers are the host's while it may still change the filing; a receipt belongs to whoever makes the entry, while its clock runs. */
async function holdForUpload(
  ctx: Context,
  key: FilingKey,
  label: string,
): Promise<{ filing: Filing; post: ActorPost }> {
  if (!label.startsWith('entry.')) {
    const held = await holdForHost(ctx, key);
    refuseLocked(held.filing, label);
    return held;
  }
  const filing = found(await lockFiling(ctx.tx, key.jurisdiction, key.id));
  const entries = await readEntries(ctx.tx, filing.jurisdiction, [filing.id]);
  const entry = found(entries.find(({ id }) => receiptLabel(id) === label));
  const post = entryPost(ctx.actor, entry);
  if (!post) throw new Refused('forbidden');
  if (entry.state === 'done') throw new Refused('conflict', { code: 'accounts.entry-done' });
  return { filing, post };
}

/** Refuses to change the papers of a filing that is submitted; what shows the effect comes while that is awaited. */
export function refuseLocked(filing: Filing, label: string): void {
  const open =
    label === EFFECT_EVIDENCE ? mayMove(filing, 'effected') : editableStates.includes(filing.state);
  if (open) return;
  throw new Refused('conflict', { code: 'accounts.not-draft', facts: { state: filing.state } });
}
