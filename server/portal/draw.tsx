import type { ReactElement } from 'react';
import type { z } from 'zod';
import type {
  accountParams,
  checkQuery,
  noticeParams,
  noticesQuery,
  publicQuery,
} from '../../contracts/portal/wire.ts';
import type { Context } from '../kernel/context.ts';
import {
  findPublicAccounts,
  formerNamesOf,
  getPublicAccount,
  getPublicNotice,
  knownPublicAccount,
  listPublicNotices,
  noticesOfAccount,
  publicPlatforms,
  successorOf,
} from '../modules/accounts/index.ts';
import { AccountPage } from './account-page.tsx';
import { accountPath } from './account-parts.tsx';
import { CheckPage } from './check-page.tsx';
import { HomePage } from './home-page.tsx';
import { judge } from './judge.ts';
import { noticeShown } from './notice-shown.ts';
import { NoticePage, NoticesPage } from './notices-page.tsx';
import type { Visit } from './page.tsx';
import { PAGE_SIZE } from './pages.tsx';
import { SearchPage } from './search-page.tsx';
import type { Signer } from './statement.ts';
import { type Verified, VerifyPage } from './verify-page.tsx';

const NATION = '100000';
const ON_THE_FIRST_PAGE = 5;

export async function drawHome(visit: Visit, ctx: Context): Promise<ReactElement> {
  const { items } = await noticesOnPage(ctx, { page: 1, size: ON_THE_FIRST_PAGE });
  return <HomePage visit={visit} notices={items} />;
}

export async function drawSearch(
  visit: Visit,
  ctx: Context,
  search: z.output<typeof publicQuery>,
): Promise<ReactElement> {
  const { items, total } = await findPublicAccounts(ctx, { ...search, size: PAGE_SIZE });
  const platforms = publicPlatforms(ctx, NATION);
  return <SearchPage visit={visit} search={search} platforms={platforms} items={items} total={total} />;
}

export async function drawAccount(
  visit: Visit,
  ctx: Context,
  { jurisdiction, number, site }: z.output<typeof accountParams> & { readonly site: string },
): Promise<ReactElement> {
  const account = await getPublicAccount(ctx, jurisdiction, number);
  const notices = await noticesOfAccount(ctx, account);
  const shown = {
    account,
    area: ctx.geography.get(jurisdiction)?.name ?? jurisdiction,
    formerNames: await formerNamesOf(ctx, account),
    successor: await successorOf(ctx, account),
    notices: notices.map((notice) => noticeShown(ctx, notice, account)),
    address: `${site}${accountPath(account)}`,
  };
  return <AccountPage visit={visit} shown={shown} />;
}

export async function drawCheck(
  visit: Visit,
  ctx: Context,
  { q }: z.output<typeof checkQuery>,
): Promise<ReactElement> {
  return <CheckPage visit={visit} q={q} verdict={q === '' ? null : await judge(ctx, q)} />;
}

export async function drawNotices(
  visit: Visit,
  ctx: Context,
  { page }: z.output<typeof noticesQuery>,
): Promise<ReactElement> {
  const { items, total } = await noticesOnPage(ctx, { page, size: PAGE_SIZE });
  return <NoticesPage visit={visit} notices={items} page={page} total={total} />;
}

export async function drawNotice(
  visit: Visit,
  ctx: Context,
  { jurisdiction, id }: z.output<typeof noticeParams>,
): Promise<ReactElement> {
  const { notice, account } = await getPublicNotice(ctx, jurisdiction, id);
  return <NoticePage visit={visit} notice={noticeShown(ctx, notice, account)} />;
}

async function noticesOnPage(ctx: Context, asked: { readonly page: number; readonly size: number }) {
  const { items, total } = await listPublicNotices(ctx, asked);
  return { items: items.map((notice) => noticeShown(ctx, notice, null)), total };
}

/** Checks a statement, and whether the registry still says the same. */
export async function drawVerify(
  visit: Visit,
  ctx: Context,
  { text, signer, site }: { readonly text: string; readonly signer: Signer; readonly site: string },
): Promise<ReactElement> {
  if (text === '')
    return <VerifyPage visit={visit} verified={{ text, outcome: null, says: null, path: null }} />;
  const says = await signer.verify(text);
  if (!says) return <VerifyPage visit={visit} verified={{ text, outcome: 'bad', says, path: null }} />;
  const { jurisdiction, number, name, host, state } = says.account;
  const now = await knownPublicAccount(ctx, jurisdiction, number);
  const same =
    now && now.name === name && now.host === host && now.state === state && now.uid === says.account.uid;
  const verified: Verified = {
    text,
    outcome: same ? 'good' : 'changed',
    says,
    path: says.sub.startsWith(site) && now ? accountPath(now) : null,
  };
  return <VerifyPage visit={visit} verified={verified} />;
}
