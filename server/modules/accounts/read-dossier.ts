import type { Dossier } from '../../../contracts/accounts/wire.ts';
import type { AuditEntry } from '../../kernel/audit/entry.ts';
import { findEntries } from '../../kernel/audit/store.ts';
import type { Context } from '../../kernel/context.ts';
import { found, Refused } from '../../kernel/outcome.ts';
import { getUnit } from '../directory/index.ts';
import { successorPost } from './abilities.ts';
import { filingSubject } from './assemble-filing.ts';
import type { Account } from './model.ts';
import { mayReadFiling, openCase } from './read-filing.ts';
import { isGone } from './rules-unit.ts';
import { readFilingsOf } from './store.ts';
import { readAccount } from './store-accounts.ts';
import { dossierView } from './view-account.ts';
import type { FilingCase } from './view-case.ts';

const AUDIT_LIMIT = 200;

/** Everything on one account in one place. Throws not-found outside the scope, forbidden for people it does not concern. */
export async function getDossier(ctx: Context, jurisdiction: string, id: string): Promise<Dossier> {
  const account = found(await readAccount(ctx.tx, jurisdiction, id));
  const cases = await readableCases(ctx, account);
  if (cases.length === 0) throw new Refused('forbidden');
  const subjects = [
    { type: 'account', id: account.id },
    ...cases.map(({ assembled }) => filingSubject(assembled.filing)),
    ...cases.flatMap(({ clocks, entries }) => [
      ...clocks.map(({ deadline }) => ({ type: 'deadline', id: deadline.id })),
      ...entries.flatMap(({ deadline }) => (deadline ? [{ type: 'deadline', id: deadline.id }] : [])),
    ]),
  ];
  const gone = isGone(await getUnit(ctx, account.hostUnitId), ctx.now.day);
  const takeOver = gone && successorPost(ctx.actor, account) !== null;
  return dossierView(ctx, account, cases, await trail(ctx, jurisdiction, subjects), takeOver);
}

/** The filings of an account that its reader may see: a host of former days sees its own and none of the next. */
async function readableCases(ctx: Context, account: Account): Promise<FilingCase[]> {
  const cases: FilingCase[] = [];
  for (const filing of await readFilingsOf(ctx.tx, account.jurisdiction, account.id)) {
    if (await mayReadFiling(ctx, filing)) cases.push(await openCase(ctx, filing));
  }
  return cases;
}

async function trail(
  ctx: Context,
  jurisdiction: string,
  subjects: readonly { type: string; id: string }[],
): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = [];
  for (const subject of subjects) {
    const page = await findEntries(
      ctx.tx,
      { jurisdictions: [jurisdiction], subject },
      { page: 1, size: AUDIT_LIMIT },
    );
    entries.push(...page.items);
  }
  return entries.sort((a, b) => b.seq - a.seq).slice(0, AUDIT_LIMIT);
}
