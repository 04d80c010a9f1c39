import type { Context } from '../../kernel/context.ts';
import { found } from '../../kernel/outcome.ts';
import type { Day } from '../../policy/index.ts';
import type { PublicAccount } from './public-model.ts';
import { readAccount } from './store-accounts.ts';
import { readPublicById } from './store-public.ts';
import { dropPlannedSuccessor, keepSuccessor, readSuccessor } from './store-successors.ts';

interface Merging {
  readonly jurisdiction: string;
  readonly accountId: string;
}

/** Says into which account another is going to be merged, before its closing is announced. Throws not-found. */
export async function planSuccessor(
  ctx: Context,
  { jurisdiction, accountId }: Merging,
  successorId: string,
): Promise<void> {
  const { name } = found(await readAccount(ctx.tx, jurisdiction, successorId));
  await keepSuccessor(ctx.tx, { jurisdiction, accountId, successorId, successorName: name, fromOn: null });
}

/** Puts a planned successor into force: from that day on everybody who looks the account up is led on. */
export async function confirmSuccessor(ctx: Context, about: Merging, on: Day): Promise<void> {
  const planned = await readSuccessor(ctx.tx, about.jurisdiction, about.accountId);
  if (planned) await keepSuccessor(ctx.tx, { ...planned, fromOn: on });
}

/** The merging fell away before it was in force. */
export function dropSuccessor(ctx: Context, { jurisdiction, accountId }: Merging): Promise<void> {
  return dropPlannedSuccessor(ctx.tx, jurisdiction, accountId);
}

/** The account into which one was merged, as the public may know it; null where it was not. */
export async function successorOf(
  ctx: Context,
  { jurisdiction, id }: { readonly jurisdiction: string; readonly id: string },
): Promise<PublicAccount | null> {
  const successor = await readSuccessor(ctx.tx, jurisdiction, id);
  if (!successor?.fromOn) return null;
  return (await readPublicById(ctx.tx, jurisdiction, successor.successorId)) ?? null;
}
