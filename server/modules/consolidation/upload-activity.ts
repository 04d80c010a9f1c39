import type { UploadedActivity } from '../../../contracts/consolidation/wire.ts';
import { rowWords } from '../../../contracts/consolidation/words.ts';
import { readXlsx } from '../../documents/xlsx-read.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/db/uuid.ts';
import { done, type Outcome, Refused, refuse } from '../../kernel/outcome.ts';
import { accountsMentioned, type MentionedAccount } from '../accounts/index.ts';
import { supervisedAreas, supervisingPost } from './abilities.ts';
import { actingPost } from './hold-proposal.ts';
import type { Activity } from './model.ts';
import { type ReadRow, readSheetRows, type SheetRow } from './rules-activity.ts';
import { keepFigures } from './store-activity.ts';

/** Ten thousand accounts with some months each. */
const MOST_ROWS = 60_000;

/** The rows of a workbook, before any transaction. Problems consolidation.not-a-workbook, too-many-rows. */
export async function activityRows(content: Buffer): Promise<Outcome<SheetRow[]>> {
  const read = await readXlsx(content, { rows: MOST_ROWS + 1, columns: 40 });
  if (!read.ok) {
    const code = read.reason === 'too-many-rows' ? 'too-many-rows' : 'not-a-workbook';
    return refuse({ code: `consolidation.${code}`, field: 'file', facts: { max: MOST_ROWS } });
  }
  const sheet = read.sheets.find(({ hidden, rows }) => !hidden && rows.length > 0);
  return done((sheet?.rows ?? []).map(({ row, cells }) => ({ row, cells })));
}

/**
 * The supervisor hands in figures of many accounts: rows that can be kept are, every other one is named with what is
 * wrong. Refused where there is none to keep.
 */
export async function uploadActivity(
  ctx: Context,
  rows: readonly SheetRow[],
): Promise<Outcome<UploadedActivity>> {
  const areas = supervisedAreas(ctx.actor, ctx.geography);
  const [area] = areas;
  const post = area && supervisingPost(ctx.actor, area, ctx.geography);
  if (!post) throw new Refused('forbidden');
  const read = readSheetRows(rows, ctx.now.day);
  if (!read) return refuse({ code: 'consolidation.no-columns', field: 'file' });
  if (read.length === 0) return refuse({ code: 'consolidation.empty-upload', field: 'file' });
  const known = await accountsMentioned(ctx, [...new Set(read.map(({ account }) => account))], areas);
  const problems: UploadedActivity['problems'] = [];
  const kept = new Map<string, Activity>();
  for (const row of read) {
    const resolved = resolve(ctx, row, known, `${post.unitName} ${post.title}`);
    const key = typeof resolved === 'string' ? '' : `${resolved.accountId} ${resolved.month}`;
    const problem = typeof resolved === 'string' ? resolved : kept.has(key) ? 'twice' : null;
    if (typeof resolved === 'string' || problem)
      problems.push({ row: row.row, message: rowWords[problem ?? ''] ?? String(problem) });
    else kept.set(key, resolved);
  }
  if (kept.size === 0) {
    const [first] = problems;
    return refuse({
      code: 'consolidation.nothing-kept',
      field: 'file',
      facts: { row: first?.row, why: first?.message },
    });
  }
  await keepFigures(ctx.tx, [...kept.values()]);
  const id = newId();
  for (const jurisdiction of new Set([...kept.values()].map((each) => each.jurisdiction))) {
    ctx.audit({
      jurisdiction,
      action: 'consolidation.uploaded',
      subject: { type: 'activity-upload', id },
      post: actingPost(post),
      facts: {
        kept: [...kept.values()].filter((each) => each.jurisdiction === jurisdiction).length,
        problems: problems.length,
      },
    });
  }
  return done({ kept: kept.size, problems });
}

function resolve(
  ctx: Context,
  { account, figures, problem }: ReadRow,
  known: ReadonlyMap<string, readonly MentionedAccount[]>,
  by: string,
): Activity | string {
  if (problem !== null || figures === null) return problem ?? 'no-account';
  const found = known.get(account) ?? [];
  const [first] = found;
  if (!first) return 'unknown-account';
  if (found.length > 1) return 'several-accounts';
  if (first.state === 'cancelled') return 'account-ended';
  return {
    ...figures,
    jurisdiction: first.jurisdiction,
    accountId: first.id,
    source: 'upload',
    recordedAt: ctx.now.iso,
    recordedBy: ctx.actor.personId,
    recordedByName: ctx.actor.name,
    recordedPost: by,
  };
}
