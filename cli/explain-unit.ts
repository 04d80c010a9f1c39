import { readConfig } from '../server/config.ts';
import { systemActor } from '../server/kernel/actor.ts';
import { StartProblem } from '../server/kernel/start-problem.ts';
import type { CaseFacts } from '../server/policy/index.ts';
import { CommandRefused } from './terminal.ts';

/** What the database knows of a unit that decides which rules hold for it. */
export interface FoundUnit {
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
 * when there is none or several, StartProblem when there is no database.
 */
export async function findUnit(asked: string): Promise<FoundUnit> {
  // Loaded only here: every other command starts without the server's modules.
  const { openSystem } = await import('../server/system.ts');
  const { caseFactsOf, findUnits } = await import('../server/modules/directory/index.ts');
  const config = readConfig();
  const system = await openSystem(config, 'beside').catch(refuse);
  try {
    const { items } = await system.runner.query(systemActor, (ctx) =>
      findUnits(ctx, { q: asked, page: 1, size: 50 }),
    );
    const units = items.map(({ unit }) => unit);
    const exact = units.filter(({ name, shortName, code }) => [name, shortName, code].includes(asked));
    const [unit, ...others] = exact.length > 0 ? exact : units;
    if (!unit)
      throw new CommandRefused(
        `没有单位“${asked}”。可写单位全称、简称或单位标识码，或改用 --jurisdiction 辖区代码。`,
      );
    if (others.length > 0) throw new CommandRefused(severalText(asked, [unit, ...others]));
    return {
      name: unit.name,
      jurisdiction: unit.jurisdiction,
      facts: caseFactsOf(unit),
      packFolders: config.packFolders,
    };
  } finally {
    await system.close();
  }
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
