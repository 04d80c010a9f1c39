// The import rules of .dependency-cruiser.cjs, run by its own programme.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);

/**
 * Returns one line per forbidden import below `root`. dependency-cruiser reads TypeScript 7 only through swc, and
 * asks swc for .ts alone; until it asks for .tsx too (17.4.3 does not), the question is put right here.
 */
export async function boundaryBreaches(root, folders) {
  const swc = require('@swc/core');
  const parse = swc.parseFileSync;
  swc.parseFileSync = (file, options) => parse(file, { ...options, tsx: file.endsWith('x') });
  const { cruise } = await import('dependency-cruiser');
  const { forbidden, options } = require(join(root, '.dependency-cruiser.cjs'));
  const { output } = await cruise(
    folders,
    { ...options, baseDir: root, validate: true, ruleSet: { forbidden }, outputType: 'json' },
    options.enhancedResolveOptions,
  );
  const { modules, summary } = JSON.parse(output);
  const lines = summary.violations.map((one) => {
    const way = one.cycle ? one.cycle.map((step) => step.name ?? step).join(' → ') : one.to;
    return `${one.from} → ${way}  [${one.rule.name}]`;
  });
  if (modules.length === 0) throw new Error(`nothing to read below ${root}`);
  return [...new Set(lines)].sort();
}
