import type { Context } from '../../kernel/context.ts';
import { Refused } from '../../kernel/outcome.ts';
import { getUnit } from '../directory/index.ts';
import type { Filing } from './model.ts';
import { isGone } from './rules-unit.ts';

/**
 * What is filed for a unit that is no more is neither approved nor put into the registry: nobody would be left to
 * answer for the account. Throws Refused('conflict') for the host, and for the unit that was to take the account over.
 */
export async function refuseGone(ctx: Context, { hostUnitId, newHost }: Filing): Promise<void> {
  const host = await getUnit(ctx, hostUnitId);
  if (isGone(host, ctx.now.day)) refuse('accounts.host-closed', host);
  const heir = newHost && newHost.id !== hostUnitId ? await getUnit(ctx, newHost.id) : null;
  if (heir && isGone(heir, ctx.now.day)) refuse('accounts.new-host-gone', heir);
}

function refuse(code: string, unit: { readonly name: string; readonly closedOn: string | null }): never {
  throw new Refused('conflict', { code, facts: { unit: unit.name, on: unit.closedOn } });
}
