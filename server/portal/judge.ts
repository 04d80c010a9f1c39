import type { Context } from '../kernel/context.ts';
import { findPublicAccounts, resolveChannel } from '../modules/accounts/index.ts';
import type { Verdict } from './check-page.tsx';

const SHOWN = 10;

/** Whether a link, an identifier or a name is that of an official account; a name alone never proves it. */
export async function judge(ctx: Context, asked: string): Promise<Verdict> {
  const { verdict, accounts, platform } = await resolveChannel(ctx, asked);
  // A name that nobody has exactly may be a piece of one.
  if ((verdict === 'none' || verdict === 'nothing-asked') && platform === null && !looksLikeLink(asked))
    return similar(ctx, asked);
  return { kind: verdict === 'nothing-asked' ? 'none' : verdict, accounts };
}

async function similar(ctx: Context, asked: string): Promise<Verdict> {
  const q = asked.replaceAll(/[\u201c\u201d"'\u300a\u300b\s]/gu, '');
  const { items } = q === '' ? { items: [] } : await findPublicAccounts(ctx, { q, page: 1, size: SHOWN });
  return items.length > 0 ? { kind: 'similar-name', accounts: items } : { kind: 'none', accounts: [] };
}

function looksLikeLink(text: string): boolean {
  return /[./:]/.test(text) && !/\p{Script=Han}.*\s/u.test(text);
}
