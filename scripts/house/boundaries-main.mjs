import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { boundaryBreaches } from './boundaries.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const breaches = await boundaryBreaches(root, [
  'server',
  'contracts',
  'cli',
  'web',
  'migrations',
  'bench',
  'e2e',
  'scripts',
]);
for (const line of breaches) console.log(line);
process.exitCode = breaches.length > 0 ? 1 : 0;
