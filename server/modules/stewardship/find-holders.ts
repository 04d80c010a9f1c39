import type { Context } from '../../kernel/context.ts';
import { heldPosts } from '../directory/index.ts';
import type { StewardshipRecord } from './model.ts';

/** The last day in office of whom records name, by appointment; those not in the map are out of reach. */
export async function lastDays(
  ctx: Context,
  records: readonly StewardshipRecord[],
): Promise<ReadonlyMap<string, string | null>> {
  const ids = records.flatMap(({ appointmentId }) => appointmentId ?? []);
  const posts = await heldPosts(ctx, [...new Set(ids)]);
  return new Map(posts.map(({ appointmentId, toDay }) => [appointmentId, toDay]));
}

/** The records without those whose people have left office. */
export async function inOffice(
  ctx: Context,
  records: readonly StewardshipRecord[],
): Promise<StewardshipRecord[]> {
  const ends = await lastDays(ctx, records);
  return records.filter(({ appointmentId }) => {
    const end = appointmentId === null ? null : (ends.get(appointmentId) ?? null);
    return end === null || end >= ctx.now.day;
  });
}
