import type { z } from 'zod';
import type { auditQuery } from '../../../contracts/audit/wire.ts';
import { SYSTEM_ACTOR } from '../../../contracts/audit/words.ts';
import { systemActor } from '../../kernel/actor.ts';
import { findEntries } from '../../kernel/audit/store.ts';
import { type AuditReport, verifyAudit } from '../../kernel/audit/verify.ts';
import type { Context } from '../../kernel/context.ts';
import { Refused } from '../../kernel/outcome.ts';
import { mayReadAudit } from './abilities.ts';

/** A page of the trail as far as the actor may see it, newest first. */
export async function readAudit(ctx: Context, query: z.output<typeof auditQuery>) {
  guard(ctx);
  const within =
    query.jurisdiction === undefined ? ctx.actor.scope : narrowed(ctx.actor.scope, query.jurisdiction);
  const subject =
    query.subjectType !== undefined && query.subjectId !== undefined
      ? { type: query.subjectType, id: query.subjectId }
      : undefined;
  return findEntries(
    ctx.tx,
    {
      jurisdictions: within,
      subject,
      action: query.action,
      person: query.person === SYSTEM_ACTOR ? systemActor.name : query.person,
      from: query.from,
      to: query.to,
    },
    { page: query.page, size: query.size },
  );
}

/** Walks the chains that the actor may see and names the first broken entry of each. */
export async function checkAudit(ctx: Context): Promise<AuditReport> {
  guard(ctx);
  return verifyAudit(ctx.tx);
}

function guard(ctx: Context): void {
  if (!mayReadAudit(ctx.actor)) throw new Refused('forbidden', { code: 'audit.not-yours' });
}

function narrowed(scope: readonly string[] | '*', jurisdiction: string): readonly string[] {
  if (scope !== '*' && !scope.includes(jurisdiction)) throw new Refused('not-found');
  return [jurisdiction];
}
