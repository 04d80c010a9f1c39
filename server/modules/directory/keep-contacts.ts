import type { z } from 'zod';
import type { addContactBody } from '../../../contracts/directory/wire-partners.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/db/uuid.ts';
import { done, found, type Outcome } from '../../kernel/outcome.ts';
import { managingPost, mustHave } from './abilities.ts';
import { readUnit } from './store.ts';
import { closeContactAt, insertContact, lockContact } from './store-roles.ts';

/** Notes whom a unit coordinates with at 宣传, 网信, 公安, a platform or the media centre (LZ-29, GD-4.2e, FS-26). */
export async function addContact(
  ctx: Context,
  unitId: string,
  input: z.output<typeof addContactBody>,
): Promise<Outcome<{ id: string }>> {
  const unit = found(await readUnit(ctx.tx, unitId));
  const acting = mustHave(ctx.actor, managingPost(ctx.actor, unit, ctx.geography));
  const contact = { id: newId(), jurisdiction: unit.jurisdiction, unitId, ...input };
  await insertContact(ctx.tx, contact, ctx.now.iso);
  ctx.audit({
    jurisdiction: unit.jurisdiction,
    action: 'directory.add-contact',
    subject: { type: 'unit', id: unitId },
    ...(acting ? { post: acting } : {}),
    facts: { unit: unit.name, partner: input.partner, organisation: input.organisation },
    after: contact,
  });
  return done({ id: contact.id });
}

/** Takes a contact off the list; the entry stays in the database. */
export async function closeContact(ctx: Context, id: string): Promise<Outcome<Record<string, never>>> {
  const contact = found(await lockContact(ctx.tx, id));
  const unit = found(await readUnit(ctx.tx, contact.unitId));
  const acting = mustHave(ctx.actor, managingPost(ctx.actor, unit, ctx.geography));
  await closeContactAt(ctx.tx, contact, ctx.now.iso);
  ctx.audit({
    jurisdiction: contact.jurisdiction,
    action: 'directory.close-contact',
    subject: { type: 'unit', id: unit.id },
    ...(acting ? { post: acting } : {}),
    facts: { unit: unit.name, partner: contact.partner, organisation: contact.organisation },
    before: contact,
  });
  return done({});
}
