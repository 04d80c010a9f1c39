import type { Context } from '../../kernel/context.ts';
import { found } from '../../kernel/outcome.ts';
import { filingSubject } from './assemble-filing.ts';
import { type Filing, mayMove } from './model.ts';
import { updateFiling } from './store.ts';
import { readAccount, updateAccount } from './store-accounts.ts';
import { readEntries } from './store-entries.ts';

/** Closes a filing whose opening or effect is there and whose outside entries are all made; otherwise leaves it as it is. */
export async function completeFiling(ctx: Context, filing: Filing): Promise<Filing> {
  const entries = await readEntries(ctx.tx, filing.jurisdiction, [filing.id]);
  if (!mayMove(filing, 'registered') || entries.some(({ state }) => state !== 'done')) return filing;
  const registered: Filing = { ...filing, state: 'registered', registeredAt: ctx.now.iso };
  await updateFiling(ctx.tx, registered);
  if (filing.kind === 'open') {
    const account = found(await readAccount(ctx.tx, filing.jurisdiction, filing.accountId ?? ''));
    await updateAccount(ctx.tx, { ...account, registeredOn: ctx.now.day, version: account.version + 1 });
  }
  ctx.audit({
    jurisdiction: filing.jurisdiction,
    action: 'filing.registered',
    subject: filingSubject(filing),
    facts: { number: filing.filingNumber },
    before: { state: filing.state },
    after: { state: registered.state },
  });
  return registered;
}
