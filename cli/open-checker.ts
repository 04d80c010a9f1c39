import { type Checker, createChecker } from '../server/checks/index.ts';
import { loadLexicons } from '../server/lexicons.ts';
import { checkerForUnit } from './checker-for-unit.ts';
import { today } from './open-packs.ts';
import type { Terminal } from './terminal.ts';

/** The checker of a unit as its installation has it, or one under the national pack without any database. */
export async function openChecker(unit: string | undefined, terminal: Terminal): Promise<Checker> {
  const shipped = await loadLexicons();
  if (unit !== undefined) return checkerForUnit(unit, shipped, terminal);
  return createChecker({ ...shipped, on: today() });
}
