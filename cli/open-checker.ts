import type { OpenChecker, TextChecker } from '../server/check-pool/index.ts';
import { loadLexicons } from '../server/lexicons.ts';
import { checkSettings, policyFor } from '../server/policy/index.ts';
import { checkerForUnit } from './checker-for-unit.ts';
import { openPacks, today } from './open-packs.ts';
import type { Terminal } from './terminal.ts';

const NATION = '100000';

/** The checker of a unit as its installation has it, or one under the national pack without any database. */
export async function openChecker(
  unit: string | undefined,
  open: OpenChecker,
  terminal: Terminal,
): Promise<TextChecker> {
  const shipped = await loadLexicons();
  if (unit !== undefined) return checkerForUnit(unit, shipped, open, terminal);
  const on = today();
  const packs = await openPacks([], terminal, false);
  return open({ ...shipped, on, detectors: checkSettings(policyFor(packs, NATION, on)) });
}
