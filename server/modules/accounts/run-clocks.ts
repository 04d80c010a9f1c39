import { accountsText, deadlineTitles } from '../../../contracts/accounts/words.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/db/uuid.ts';
import type { Day } from '../../policy/index.ts';
import {
  cancelDeadline,
  type Deadline,
  deadlinesOfSubject,
  meetDeadline,
  startDeadline,
} from '../deadlines/index.ts';
import { resolveSeat } from '../directory/index.ts';
import { type Assembled, filingSubject } from './assemble-filing.ts';
import type { Anchor, Entry, Filing } from './model.ts';
import { type PlannedTerm, plannedEntries } from './rules-entries.ts';
import { insertEntry, readEntries, updateEntry } from './store-entries.ts';
import { platformName } from './summarise-filing.ts';

/**
 * The rule under which the clock of an outside entry runs on its filing: the rule with the entry's own id behind it,
 * since one rule may list several systems and a subject has one clock of a rule.
 */
export function entryRule(entry: Pick<Entry, 'rule' | 'key'>): string {
  return `${entry.rule}/${entry.key}`;
}

/** Writes down what has to be entered outside when a filing is submitted for the first time; answers all of them. */
export async function planEntries(ctx: Context, assembled: Assembled): Promise<Entry[]> {
  const { filing, host, policy, facts } = assembled;
  const known = await readEntries(ctx.tx, filing.jurisdiction, [filing.id]);
  if (known.length > 0) return known;
  const supervisor = await resolveSeat(ctx, host, { unit: 'supervisor' });
  const entries = plannedEntries(policy, facts, filing.timing).map(
    ({ duty, ...planned }, position): Entry => {
      const owner = duty === 'supervisor' && supervisor ? supervisor : host;
      return {
        ...planned,
        jurisdiction: filing.jurisdiction,
        id: newId(),
        filingId: filing.id,
        position,
        duty,
        ownerUnitId: owner.id,
        ownerName: owner.name,
        aboveUnitId: supervisor && supervisor.id !== owner.id ? supervisor.id : null,
        state: 'pending',
        fromOn: null,
        enteredOn: null,
        enteredBy: null,
        enteredAt: null,
        number: null,
        note: null,
        fileId: null,
      };
    },
  );
  for (const entry of entries) await insertEntry(ctx.tx, entry);
  return entries;
}

/** Starts the clocks of the entries that count from an anchor; one that counted from another day starts anew. */
export async function startEntries(ctx: Context, filing: Filing, anchor: Anchor, from: Day): Promise<void> {
  const entries = await readEntries(ctx.tx, filing.jurisdiction, [filing.id]);
  // A unit's accounts bear one name on all platforms: the platform tells them apart.
  const platform = platformName(ctx.policy(filing.jurisdiction), filing.platform);
  for (const entry of entries.filter((each) => each.anchor === anchor)) {
    if (entry.state === 'done' || (entry.state === 'running' && entry.fromOn === from)) continue;
    if (entry.state === 'running')
      await stopClocks(ctx, filing, accountsText.fellAway.moved, entryRule(entry));
    await startDeadline(ctx, {
      jurisdiction: filing.jurisdiction,
      subject: filingSubject(filing),
      ownerUnitId: entry.ownerUnitId,
      escalationUnitId: entry.aboveUnitId,
      title: deadlineTitles.entry(entry.system, filing.name ?? '', platform),
      rule: entryRule(entry),
      basis: entry.basis,
      pack: entry.pack,
      version: entry.packVersion,
      from,
      term: entry.term,
    });
    await updateEntry(ctx.tx, { ...entry, state: 'running', fromOn: from });
  }
}

/** Lets the entries of a filing fall away with it, and their clocks; taken up again they start anew. */
export async function dropEntries(ctx: Context, filing: Filing, why: 'withdrawn' | 'refused'): Promise<void> {
  const entries = await readEntries(ctx.tx, filing.jurisdiction, [filing.id]);
  for (const entry of entries) {
    if (entry.state === 'done') continue;
    if (entry.state === 'running')
      await stopClocks(ctx, filing, accountsText.fellAway[why], entryRule(entry));
    await updateEntry(ctx.tx, { ...entry, state: why === 'refused' ? 'cancelled' : 'pending', fromOn: null });
  }
}

/** Starts a clock on the filing itself. */
export async function startTerm(
  ctx: Context,
  filing: Filing,
  planned: PlannedTerm,
  clock: {
    readonly ownerUnitId: string;
    readonly aboveUnitId: string | null;
    readonly title: string;
    readonly from: Day;
  },
): Promise<Deadline> {
  return startDeadline(ctx, {
    jurisdiction: filing.jurisdiction,
    subject: filingSubject(filing),
    ownerUnitId: clock.ownerUnitId,
    escalationUnitId: clock.aboveUnitId,
    title: clock.title,
    rule: planned.rule,
    basis: planned.basis,
    pack: planned.pack,
    version: planned.packVersion,
    from: clock.from,
    term: planned.term,
  });
}

/** Meets the running clock of a rule on a filing, by the day on which it was done. */
export async function meetClock(
  ctx: Context,
  filing: Filing,
  rule: string,
  on: Day = ctx.now.day,
): Promise<void> {
  for (const deadline of await running(ctx, filing, rule)) await meetDeadline(ctx, deadline, on);
}

/** Cancels the running clocks of a filing because the matter fell away, of one rule where one is named. */
export async function stopClocks(ctx: Context, filing: Filing, reason: string, rule?: string): Promise<void> {
  for (const deadline of await running(ctx, filing, rule)) await cancelDeadline(ctx, deadline, reason);
}

async function running(ctx: Context, filing: Filing, rule?: string): Promise<Deadline[]> {
  const all = await deadlinesOfSubject(ctx.tx, filing.jurisdiction, filingSubject(filing));
  const open = all.filter(({ state }) => state === 'running' || state === 'suspended');
  return open.filter((deadline) => rule === undefined || deadline.rule === rule);
}

/** Starts the clock of a filing that is made up for, once; it runs from the regulation's own day, so it may be over already. */
export async function startBackfile(ctx: Context, filing: Filing): Promise<void> {
  const { backfile } = filing;
  if (!backfile?.term || (await running(ctx, filing, backfile.rule)).length > 0) return;
  await startTerm(
    ctx,
    filing,
    { ...backfile, term: backfile.term },
    {
      ownerUnitId: filing.hostUnitId,
      aboveUnitId: null,
      title: deadlineTitles.backfile(filing.name ?? filing.hostName),
      from: backfile.from,
    },
  );
}
