import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { ruleTable } from './packs-examples.ts';
import { schemaFiles } from './packs-schema.ts';

const folder = fileURLToPath(new URL('../policy-packs/_schema/', import.meta.url));
const handbook = fileURLToPath(new URL('../docs/handbook/policy-packs.md', import.meta.url));

/** Replaces what stands between the marks of the generated table. */
export function withTable(text: string): string {
  return text.replace(
    /(<!-- 规则表：开始[^>]*-->\n)[\s\S]*?(<!-- 规则表：结束 -->)/,
    (_all, start: string, end: string) => `${start}\n${ruleTable()}\n\n${end}`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of schemaFiles()) await writeFile(`${folder}${name}`, text);
  const text = await readFile(handbook, 'utf8');
  await writeFile(handbook, withTable(text));
  console.log(`已写出 ${schemaFiles().size} 个 JSON Schema 和手册附表`);
}
