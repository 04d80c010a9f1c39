import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

export interface Source {
  readonly mainFileContent: string;
  readonly inputs: Record<string, string>;
}

const here = dirname(fileURLToPath(import.meta.url));
let ready: NodeCompiler | undefined;

/** Loading the fonts takes a tenth of a second, so it happens once per process and on first use. */
function compiler(): NodeCompiler {
  if (ready !== undefined) return ready;
  const require = createRequire(import.meta.url);
  const fontPaths = [
    require.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
    require.resolve('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'),
  ].map(dirname);
  ready = NodeCompiler.create({ workspace: here, fontArgs: [{ fontPaths }] });
  return ready;
}

const templates = new Map<string, string>();

/** A template of this folder. */
export function template(name: string): string {
  const known = templates.get(name) ?? readFileSync(join(here, name), 'utf8');
  templates.set(name, known);
  return known;
}

/** How many pages a source has; undefined where it cannot be set. */
export function pagesOf(source: Source): number | undefined {
  return compiler().compile(source).result?.numOfPages;
}

/** A source as a PDF/A-2b file with all fonts embedded; the same source gives the same bytes. */
export async function compilePdf(source: Source): Promise<Buffer> {
  // The compiler's documents are freed between turns only: a long row of them would otherwise all be kept.
  await nextTurn();
  try {
    return compiler().pdf(source, { pdfStandard: 'a-2b' });
  } catch {
    // PDF/A refuses a character that no font has; it is then printed with a gap, not withheld.
    return compiler().pdf(source);
  } finally {
    compiler().evictCache(10);
  }
}
