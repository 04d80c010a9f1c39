import type { OpenChecker, TextChecker } from '../server/check-pool/index.ts';
import { systemActor } from '../server/kernel/actor.ts';
import type { Db } from '../server/kernel/db/database.ts';
import { createGeography } from '../server/kernel/geography.ts';
import { createRunner } from '../server/kernel/runner.ts';
import type { ShippedLexicons } from '../server/lexicons.ts';
import { SHIPPED_CALENDAR } from '../server/policy/calendar/index.ts';
import { type PackSet, policyFor } from '../server/policy/index.ts';
import { withDatabase } from './database.ts';
import { findUnit } from './explain-unit.ts';
import { openPacks } from './open-packs.ts';
import type { Terminal } from './terminal.ts';

/** The checker of one unit: packs of its jurisdiction, its lexicons from the database, names from the directory. */
export async function checkerForUnit(
  asked: string,
  shipped: ShippedLexicons,
  open: OpenChecker,
  terminal: Terminal,
): Promise<TextChecker> {
  const unit = await findUnit(asked);
  const packs = await openPacks(unit.packFolders, terminal, false);
  // Loaded only here: a check without a unit starts without the server's modules.
  const { createCheckers } = await import('../server/modules/checking/index.ts');
  const checkers = createCheckers(shipped, open);
  return withDatabase(async (db) => {
    const { checker } = await readerOf(db, packs).query(systemActor, (ctx) => checkers.forUnit(ctx, unit.id));
    return checker;
  });
}

function readerOf(db: Db, packs: PackSet) {
  return createRunner({
    db,
    loadCalendar: async () => SHIPPED_CALENDAR,
    policyFor: (jurisdiction, on) => policyFor(packs, jurisdiction, on),
    enqueue: async () => undefined,
    geography: createGeography([...packs.jurisdictions.values()]),
    listeners: new Map(),
  });
}
