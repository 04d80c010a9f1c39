import { sniffFile } from '../../documents/sniff.ts';
import type { Context } from '../../kernel/context.ts';
import { keepFile } from '../../kernel/files.ts';
import { done, type Outcome, Refused, refuse } from '../../kernel/outcome.ts';
import type { Day } from '../../policy/index.ts';
import { accountForReader } from '../accounts/index.ts';
import { moveServices } from '../stewardship/index.ts';
import { actingPost, type HeldItem, holdForHost, type ItemKey } from './hold-proposal.ts';
import type { Item } from './model.ts';
import { keepItem } from './settle-order.ts';

/** How the files of an account of an order are kept. */
export const FILE_SUBJECT = 'consolidation-item';
const WEB = /^https?:\/\/\S+$/i;

async function kept(
  ctx: Context,
  held: HeldItem,
  after: Item,
  step: string,
  facts: Readonly<Record<string, unknown>>,
): Promise<Outcome<Item>> {
  const { proposal, item, post } = held;
  const written = await keepItem(ctx, proposal, { before: item, after });
  ctx.audit({
    jurisdiction: proposal.jurisdiction,
    action: `consolidation.${step}`,
    subject: { type: 'consolidation', id: proposal.id },
    post: actingPost(post),
    facts: { account: item.accountId, ...facts },
    before: item,
    after: written,
  });
  return done(written);
}

function refuseOther(held: HeldItem): void {
  if (held.proposal.action !== 'merge') throw new Refused('conflict', { code: 'consolidation.no-merging' });
}

/** Takes the services of a merged account over to the main one, in the ledger; once. */
export async function takeServicesOver(ctx: Context, key: ItemKey): Promise<Outcome<Item>> {
  const held = await holdForHost(ctx, key);
  refuseOther(held);
  const { proposal, item, post } = held;
  if (item.servicesMovedOn !== null) throw new Refused('conflict', { code: 'consolidation.services-moved' });
  const { jurisdiction } = proposal;
  const from = await accountForReader(ctx, jurisdiction, item.accountId);
  const to = await accountForReader(ctx, jurisdiction, proposal.mainAccountId ?? '');
  if (to.state !== 'operating')
    throw new Refused('conflict', { code: 'consolidation.account-ended', facts: { name: to.name } });
  const n = await moveServices(ctx, { jurisdiction, from, to, post });
  const after = { ...item, servicesMovedOn: ctx.now.day, servicesMoved: n };
  return kept(ctx, held, after, 'services', { services: n, main: to.id });
}

export interface FollowersTold {
  readonly on: Day;
  readonly url: string | null;
  readonly file: { readonly name: string; readonly content: Buffer } | null;
}

/** When the followers were told where to go, and where that is to be read: an address or a picture of it. */
export async function tellFollowers(ctx: Context, key: ItemKey, told: FollowersTold): Promise<Outcome<Item>> {
  const held = await holdForHost(ctx, key);
  refuseOther(held);
  const { item } = held;
  if (told.on > ctx.now.day) return refuse({ code: 'consolidation.in-future', field: 'on' });
  if (!told.url && !told.file) return refuse({ code: 'consolidation.proof-missing', field: 'url' });
  if (told.url && !WEB.test(told.url)) return refuse({ code: 'consolidation.url-bad', field: 'url' });
  const file = told.file && (await keepProof(ctx, item, told.file));
  if (file && !file.ok) return file;
  const after: Item = {
    ...item,
    followersToldOn: told.on,
    followersUrl: told.url,
    followersFileId: file ? file.value : null,
  };
  return kept(ctx, held, after, 'followers', { on: told.on, url: told.url, file: after.followersFileId });
}

async function keepProof(
  ctx: Context,
  { jurisdiction, id }: Item,
  upload: { readonly name: string; readonly content: Buffer },
): Promise<Outcome<string>> {
  const sniffed = await sniffFile(upload.name, upload.content);
  if (!sniffed.ok) return refuse({ code: 'consolidation.file-refused', field: 'file' });
  const subject = { type: FILE_SUBJECT, id };
  const file = await keepFile(ctx, {
    jurisdiction,
    subject,
    label: 'followers',
    mime: sniffed.mime,
    ...upload,
  });
  return done(file.id);
}

/** Where what the account published before is to be found from now on. */
export async function pointHistory(ctx: Context, key: ItemKey, url: string): Promise<Outcome<Item>> {
  const held = await holdForHost(ctx, key);
  refuseOther(held);
  if (!WEB.test(url)) return refuse({ code: 'consolidation.url-bad', field: 'url' });
  return kept(ctx, held, { ...held.item, historyUrl: url }, 'history', { url });
}
