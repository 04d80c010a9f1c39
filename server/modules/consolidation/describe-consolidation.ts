import { dossierSections, itemStateNames } from '../../../contracts/consolidation/words.ts';
import type { DossierContent, DossierSection } from '../../../contracts/dossiers/wire.ts';
import type { Context } from '../../kernel/context.ts';
import { type KeptFile, listFiles } from '../../kernel/files.ts';
import type { Account } from '../accounts/index.ts';
import { successorOf } from '../accounts/index.ts';
import { FILE_SUBJECT } from './carry-step.ts';
import type { Activity, Item } from './model.ts';
import { readFigures } from './store-activity.ts';
import { readItemsOf } from './store-items.ts';

const text = (value: number | string | null) => (value === null ? '' : String(value));

/** What consolidation adds to an account's dossier: how it was used, what was ordered of it, and where it went. */
export async function describeConsolidation(ctx: Context, account: Account): Promise<DossierContent> {
  const { jurisdiction, id } = account;
  const items = await readItemsOf(ctx.tx, jurisdiction, id);
  const files: KeptFile[] = [];
  for (const item of items)
    files.push(...(await listFiles(ctx, jurisdiction, { type: FILE_SUBJECT, id: item.id })));
  return {
    sections: [
      activitySection(await readFigures(ctx.tx, account)),
      orderSection(items, (await successorOf(ctx, account))?.name ?? null),
    ],
    files: files.map(({ id: fileId, name, bytes, sha256 }) => ({
      folder: dossierSections.folder,
      name,
      title: dossierSections.proof,
      jurisdiction,
      fileId,
      bytes,
      sha256,
    })),
    subjects: [...new Set(items.map(({ proposalId }) => proposalId))].map((proposal) => ({
      type: 'consolidation',
      id: proposal,
    })),
  };
}

function activitySection(figures: readonly Activity[]): DossierSection {
  return {
    key: 'activity',
    title: dossierSections.activity,
    note: figures.length === 0 ? dossierSections.noFigures : null,
    facts: [],
    columns: [...dossierSections.activityColumns],
    rows: figures.map(({ month, posts, reads, followers, lastPostOn, recordedByName }) => [
      month,
      text(posts),
      text(reads),
      text(followers),
      text(lastPostOn),
      recordedByName,
    ]),
  };
}

function orderSection(items: readonly Item[], successor: string | null): DossierSection {
  const none = items.length === 0 ? dossierSections.noOrders : null;
  return {
    key: 'consolidation',
    title: dossierSections.consolidation,
    note: successor ? dossierSections.mergedInto(successor) : none,
    facts: [],
    columns: [...dossierSections.itemColumns],
    rows: items.map((item) => [
      itemStateNames[item.state],
      text(item.servicesMoved),
      [item.followersToldOn, item.followersUrl].filter(Boolean).join(' '),
      text(item.historyUrl),
      text(item.endedOn),
      text(item.report),
    ]),
  };
}
