import { anchorNames } from '../../../contracts/accounts/words.ts';
import type { Context } from '../../kernel/context.ts';
import { listFiles } from '../../kernel/files.ts';
import { done, found, type Outcome, type Problem, Refused, refuse } from '../../kernel/outcome.ts';
import type { Day } from '../../policy/index.ts';
import { entryPost } from './abilities.ts';
import { filingSubject, receiptLabel } from './assemble-filing.ts';
import { completeFiling } from './complete-filing.ts';
import { actingPost, type FilingKey, refuseStale } from './lock-filing.ts';
import type { Entry, Filing } from './model.ts';
import { isRealDay } from './rules-form.ts';
import { entryRule, meetClock } from './run-clocks.ts';
import { lockFiling, updateFiling } from './store.ts';
import { readEntries, updateEntry } from './store-entries.ts';

export interface EntryInput extends FilingKey {
  readonly entryId: string;
  readonly version: number;
  readonly enteredOn: Day;
  readonly number?: string | undefined;
  readonly note?: string | undefined;
  readonly fileId?: string | undefined;
}

/** Records that an entry in a system outside was made, on which day, under which number; late is recorded, not refused. */
export async function finishEntry(ctx: Context, input: EntryInput): Promise<Outcome<Filing>> {
  const filing = found(await lockFiling(ctx.tx, input.jurisdiction, input.id));
  const entries = await readEntries(ctx.tx, filing.jurisdiction, [filing.id]);
  const entry = found(entries.find(({ id }) => id === input.entryId));
  const post = entryPost(ctx.actor, entry);
  if (!post) throw new Refused('forbidden', { code: 'accounts.not-your-unit' });
  refuseUnready(entry);
  refuseStale(filing, input.version);
  const problems = await entryProblems(ctx, filing, entry, input);
  if (problems.length > 0) return refuse(...problems);
  const made: Entry = {
    ...entry,
    state: 'done',
    enteredOn: input.enteredOn,
    enteredBy: `${post.unitName} ${post.title} ${ctx.actor.name}`,
    enteredAt: ctx.now.iso,
    number: input.number || null,
    note: input.note || null,
    fileId: input.fileId ?? null,
  };
  await updateEntry(ctx.tx, made);
  await meetClock(ctx, filing, entryRule(entry), input.enteredOn);
  const after: Filing = { ...filing, version: filing.version + 1, updatedAt: ctx.now.iso };
  await updateFiling(ctx.tx, after);
  ctx.audit({
    jurisdiction: filing.jurisdiction,
    action: 'filing.entry-done',
    subject: filingSubject(filing),
    post: actingPost(post),
    facts: { entry: entry.key, system: entry.system, enteredOn: input.enteredOn, number: made.number },
    before: entry,
    after: made,
  });
  return done(await completeFiling(ctx, after));
}

function refuseUnready(entry: Entry): void {
  if (entry.state === 'running') return;
  if (entry.state === 'done') throw new Refused('conflict', { code: 'accounts.entry-done' });
  throw new Refused('conflict', {
    code: 'accounts.entry-not-started',
    facts: { anchor: anchorNames[entry.anchor] },
  });
}

async function entryProblems(
  ctx: Context,
  filing: Filing,
  entry: Entry,
  input: EntryInput,
): Promise<Problem[]> {
  const field = 'enteredOn';
  const files = input.fileId ? await listFiles(ctx, filing.jurisdiction, filingSubject(filing)) : [];
  const receipt = files.some(({ id, label }) => id === input.fileId && label === receiptLabel(entry.id));
  const day = !isRealDay(input.enteredOn)
    ? [{ code: 'accounts.day-bad', field }]
    : input.enteredOn > ctx.now.day
      ? [{ code: 'accounts.entry-in-future', field, facts: { today: ctx.now.day } }]
      : entry.fromOn && input.enteredOn < entry.fromOn
        ? [{ code: 'accounts.entry-before-anchor', field, facts: { from: entry.fromOn } }]
        : [];
  return [
    ...day,
    ...(input.fileId && !receipt ? [{ code: 'accounts.entry-file-unknown', field: 'fileId' }] : []),
  ];
}
