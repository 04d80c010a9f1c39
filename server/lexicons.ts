import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkingStartWords } from '../contracts/checking/words.ts';
import { type Lexicon, parseLexicon } from './checks/index.ts';
import { StartProblem } from './kernel/start-problem.ts';

/** The lexicons and the counted model that ship with the product. */
export interface ShippedLexicons {
  readonly lexicons: readonly Lexicon[];
  /** In memory that threads share: each process has it once, however many threads check. */
  readonly wordingModel?: Uint8Array<SharedArrayBuffer>;
}

const FOLDER = fileURLToPath(new URL('../lexicons', import.meta.url));
const MODEL = 'wording.bin';

/** Reads the shipped lexicons; one with a fault keeps the system from starting. Throws StartProblem. */
export async function loadLexicons(folder = FOLDER): Promise<ShippedLexicons> {
  const names = (await readdir(folder)).sort();
  const lexicons: Lexicon[] = [];
  for (const name of names.filter((each) => each.endsWith('.yaml'))) {
    const parsed = parseLexicon(name, await readFile(join(folder, name), 'utf8'));
    if (parsed.ok) lexicons.push(parsed.lexicon);
    else {
      const [first] = parsed.problems;
      const place = first?.line === undefined ? name : `${name}:${first.line}`;
      throw new StartProblem(
        checkingStartWords.lexiconBroken(
          parsed.problems.length,
          `${place} ${first?.path ?? ''} ${first?.reason ?? ''}`,
        ),
      );
    }
  }
  if (!names.includes(MODEL)) return { lexicons };
  return { lexicons, wordingModel: await readShared(join(folder, MODEL)) };
}

async function readShared(path: string): Promise<Uint8Array<SharedArrayBuffer>> {
  const bytes = await readFile(path);
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  return shared;
}
