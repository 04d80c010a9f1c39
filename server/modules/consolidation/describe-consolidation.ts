import { dossierSections, itemStateNames } from '../../../contracts/consolidation/words.ts';
import type { DossierContent } from '../../../contracts/dossiers/wire.ts';
import type { Context } from '../../kernel/context.ts';
import { listFiles } from '../../kernel/files.ts';
import type { Account } from '../accounts/index.ts';
import { successorOf } from '../accounts/index.ts';
import { FILE_SUBJECT } from './carry-step.ts';
import { readFigures } from './store-activity.ts';
import { readItemsOf } from './store-items.ts';

/** What consolidation adds to an account's dossier: how it was used, what was ordered of it, and where it went. */
export async function describeConsolidation(ctx: Context, account: Account): Promise<DossierContent> {
  const { jurisdiction, id } = account;
  const figures = await readFigures(ctx.tx, jurisdiction, id);
  const items = await readItemsOf(ctx.tx, jurisdiction, id);
  const successor = await successorOf(ctx, account);
  const files = await Promise.all(
    items.map((item) => listFiles(ctx, jurisdiction, { type: FILE_SUBJECT, id: item.id })),
  );
  const text = (value: number | string | null) => (value === null ? '' : String(value));
  return {
    sections: [
      {
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
      },
      {
        key: 'consolidation',
        title: dossierSections.consolidation,
        note: successor ? dossierSections.mergedInto(successor.name) : null,
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
      },
    ],
    files: files.flat().map(({ id: fileId, name, bytes, sha256 }) => ({
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
