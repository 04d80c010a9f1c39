import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chinese } from './chinese.ts';
import { length, names } from './measures.ts';
import { environment, phrases } from './phrases.ts';
import { purity } from './purity.ts';
import { listSources } from './source.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const rules = [purity, chinese, length, names, phrases, environment];
const findings = listSources(root).flatMap((source) => rules.flatMap((rule) => rule(source)));
for (const { path, line, message } of findings) console.log(`${path}:${line} ${message}`);
process.exitCode = findings.length > 0 ? 1 : 0;
