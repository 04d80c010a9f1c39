import type { Context } from '../kernel/context.ts';
import { findPublicAccounts } from '../modules/accounts/index.ts';
import type { Verdict } from './check-page.tsx';

const SHOWN = 10;

/** Whether a link or a name is that of an official account; a name alone never proves it. */
export async function judge(ctx: Context, asked: string): Promise<Verdict> {
  return judgeName(ctx, asked);
}

async function judgeName(ctx: Context, asked: string): Promise<Verdict> {
  const name = asked.replaceAll(/[“”"'《》\s]/gu, '');
  if (name === '') return { kind: 'none', accounts: [] };
  const { items } = await findPublicAccounts(ctx, { q: name, page: 1, size: 200 });
  const same = items.filter((account) => account.name === name);
  const living = same.filter(({ state }) => state === 'operating');
  if (living.length > 0) return { kind: 'same-name', accounts: living };
  if (same.length > 0) return { kind: 'ended', accounts: same };
  if (items.length > 0) return { kind: 'similar-name', accounts: items.slice(0, SHOWN) };
  return { kind: 'none', accounts: [] };
}
