import type { ReactElement } from 'react';
import type { z } from 'zod';
import type { accountParams, checkQuery, noticeParams, publicQuery } from '../../contracts/portal/wire.ts';
import type { Context } from '../kernel/context.ts';
import {
  findPublicAccounts,
  formerNamesOf,
  getPublicAccount,
  getPublicNotice,
  knownPublicAccount,
  listPublicNotices,
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
import { PAGE_SIZE, SearchPage } from './search-page.tsx';
import type { Signer } from './statement.ts';
import { type Verified, VerifyPage } from './verify-page.tsx';

const NATION = '100000';
const ON_THE_FIRST_PAGE = 5;

export async function drawHome(visit: Visit, ctx: Context): Promise<ReactElement> {
  const notices = await standingNotices(ctx);
  return <HomePage visit={visit} notices={notices.slice(0, ON_THE_FIRST_PAGE)} />;
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
  const notices = await listPublicNotices(ctx, { jurisdiction, accountId: account.id });
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

export async function drawNotices(visit: Visit, ctx: Context): Promise<ReactElement> {
  return <NoticesPage visit={visit} notices={await standingNotices(ctx)} />;
}

export async function drawNotice(
  visit: Visit,
  ctx: Context,
  { jurisdiction, id }: z.output<typeof noticeParams>,
): Promise<ReactElement> {
  const { notice, account } = await getPublicNotice(ctx, jurisdiction, id);
  return <NoticePage visit={visit} notice={noticeShown(ctx, notice, account)} />;
}

async function standingNotices(ctx: Context) {
  return (await listPublicNotices(ctx)).map((notice) => noticeShown(ctx, notice, null));
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
