import { readConfig } from '../server/config.ts';
import { systemActor } from '../server/kernel/actor.ts';
import type { Db } from '../server/kernel/db/database.ts';
import { createGeography } from '../server/kernel/geography.ts';
import { createRunner } from '../server/kernel/runner.ts';
import { StartProblem } from '../server/kernel/start-problem.ts';
import { SHIPPED_CALENDAR } from '../server/policy/calendar/index.ts';
import { type CaseFacts, type PackSet, policyFor } from '../server/policy/index.ts';
import { withDatabase } from './database.ts';
import { CommandRefused } from './terminal.ts';

/** What the database knows of a unit that decides which rules hold for it. */
export interface FoundUnit {
  id: string;
  name: string;
  jurisdiction: string;
  facts: CaseFacts;
  /** Folders of packs that this installation adds to the shipped ones. */
  packFolders: readonly string[];
}

const SHOWN = 10;

/**
 * Finds a unit by its full name, short name or code, or by a part of them that only one unit has. Asks the
 * installation's database, the running server's or one started for the length of the command. Throws CommandRefused
 * when there is none or several, or no database.
 */
export async function findUnit(asked: string): Promise<FoundUnit> {
  // Loaded only here: every other command starts without the server's modules.
  const { caseFactsOf, findUnits } = await import('../server/modules/directory/index.ts');
  const { items } = await withDatabase((db) =>
    readerOf(db).query(systemActor, (ctx) => findUnits(ctx, { q: asked, page: 1, size: 50 })),
  ).catch(refuse);
  const units = items.map(({ unit }) => unit);
  const exact = units.filter(({ name, shortName, code }) => [name, shortName, code].includes(asked));
  const [unit, ...others] = exact.length > 0 ? exact : units;
  if (!unit)
    throw new CommandRefused(
      `没有单位“${asked}”。可写单位全称、简称或单位标识码，或改用 --jurisdiction 辖区代码。`,
    );
  if (others.length > 0) throw new CommandRefused(severalText(asked, [unit, ...others]));
  return {
    id: unit.id,
    name: unit.name,
    jurisdiction: unit.jurisdiction,
    facts: caseFactsOf(unit),
    packFolders: readConfig().packFolders,
  };
}

/** Reads only: looking a unit up needs neither packs nor the queue. */
function readerOf(db: Db) {
  const packs: PackSet = { packs: [], jurisdictions: new Map(), posts: new Map(), gates: new Map() };
  return createRunner({
    db,
    loadCalendar: async () => SHIPPED_CALENDAR,
    policyFor: (jurisdiction, on) => policyFor(packs, jurisdiction, on),
    enqueue: async () => undefined,
    geography: createGeography([]),
    listeners: new Map(),
  });
}

function refuse(error: unknown): never {
  if (error instanceof StartProblem) throw new CommandRefused(error.message);
  throw new CommandRefused(
    '打不开这套系统的数据库，或它还没有建好：先运行一次 npm start，或改用 --jurisdiction 辖区代码。',
  );
}

function severalText(
  asked: string,
  units: readonly { name: string; jurisdiction: string; code: string | null }[],
): string {
  const lines = units
    .slice(0, SHOWN)
    .map(
      ({ name, jurisdiction, code }) =>
        `  ${name}　辖区 ${jurisdiction}${code === null ? '' : `　标识码 ${code}`}`,
    );
  const more = units.length > SHOWN ? [`  ……共 ${units.length} 个`] : [];
  return [`有几个单位叫“${asked}”，请写全称或单位标识码：`, ...lines, ...more].join('\n');
}
