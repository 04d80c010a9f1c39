import type { CaseFacts } from '../server/policy/index.ts';
import { CommandRefused } from './terminal.ts';

/** What the database knows of a unit that decides which rules hold for it. */
export interface FoundUnit {
  name: string;
  jurisdiction: string;
  facts: CaseFacts;
}

/** Finds a unit by its id, code or full name. Refuses when there is none, several, or no database. */
export async function findUnit(asked: string): Promise<FoundUnit> {
  throw new CommandRefused(`查不到单位“${asked}”：没有连接数据库。可改用 --jurisdiction 辖区代码。`);
}
