import type { z } from 'zod';
import type { accountActivity, ProposalWire } from '../../../contracts/consolidation/wire.ts';
import type { Context } from '../../kernel/context.ts';
import { readFile } from '../../kernel/files.ts';
import type { FileAnswer } from '../../kernel/http/routes.ts';
import { found, Refused } from '../../kernel/outcome.ts';
import { accountForReader, accountsToScreen } from '../accounts/index.ts';
import { mayRead } from './abilities.ts';
import { FILE_SUBJECT } from './carry-step.ts';
import { filterOf } from './list-proposals.ts';
import type { Proposal } from './model.ts';
import { findProposals, readProposal } from './store.ts';
import { readFigures } from './store-activity.ts';
import { readItems } from './store-items.ts';
import { activityAbilities, figureView, proposalRow, proposalView } from './view.ts';

interface Key {
  readonly jurisdiction: string;
  readonly id: string;
}

/** Screens show the latest two years. */
const MONTHS_SHOWN = 24;

/** A proposal for those whom it concerns; for others there is none. */
async function seen(ctx: Context, { jurisdiction, id }: Key): Promise<Proposal> {
  const proposal = found(await readProposal(ctx.tx, jurisdiction, id));
  if (!mayRead(ctx.actor, proposal, ctx.geography)) throw new Refused('not-found');
  return proposal;
}

/** How an account was used and what is proposed or ordered of it, for whoever may read the account. */
export async function showActivity(
  ctx: Context,
  { jurisdiction, id }: Key,
): Promise<z.infer<typeof accountActivity>> {
  const account = await accountForReader(ctx, jurisdiction, id);
  const query = { jurisdiction, account: id, page: 1, size: 50 };
  const { items } = await findProposals(ctx.tx, filterOf(ctx, query));
  const figures = await readFigures(ctx.tx, account, MONTHS_SHOWN);
  return {
    months: figures.map(figureView),
    proposals: items.filter(({ state }) => state !== 'gone').map((proposal) => proposalRow(ctx, proposal)),
    abilities: activityAbilities(ctx, account),
  };
}

/** One proposal with its figures, its order and how far that is. Throws not-found. */
export async function showProposal(ctx: Context, key: Key): Promise<ProposalWire> {
  const proposal = await seen(ctx, key);
  const hosts = [...new Set(proposal.accounts.map(({ hostUnitId }) => hostUnitId))];
  const running = await accountsToScreen(ctx, proposal.jurisdiction, hosts);
  const figures = [];
  for (const { id } of proposal.accounts)
    figures.push({
      accountId: id,
      figures: await readFigures(ctx.tx, { jurisdiction: proposal.jurisdiction, id }, MONTHS_SHOWN),
    });
  return proposalView(ctx, proposal, {
    main: await mainOf(ctx, proposal),
    items: await readItems(ctx.tx, proposal.jurisdiction, proposal.id),
    running,
    figures,
  });
}

async function mainOf(ctx: Context, { jurisdiction, mainAccountId }: Proposal) {
  if (mainAccountId === null) return null;
  const { id, name, state } = await accountForReader(ctx, jurisdiction, mainAccountId);
  return { id, name, running: state === 'operating' };
}

/** The picture that shows how the followers of an account were told. */
export async function downloadProof(ctx: Context, key: Key & { readonly item: string }): Promise<FileAnswer> {
  const proposal = await seen(ctx, key);
  const items = await readItems(ctx.tx, proposal.jurisdiction, proposal.id);
  const item = found(items.find(({ id }) => id === key.item));
  const file = await readFile(ctx, proposal.jurisdiction, found(item.followersFileId ?? undefined));
  if (file.subject.type !== FILE_SUBJECT || file.subject.id !== item.id) throw new Refused('not-found');
  return { name: file.name, mime: file.mime, content: file.content };
}
