import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readAlike, readDictionary, readLaws, readPairs } from './wording/corpus.ts';
import { confusionsOf, evidences, gather } from './wording/gather.ts';
import { growJudge } from './wording/judge.ts';
import { packModel } from './wording/pack.ts';
import { collect } from './wording/samples.ts';

/** Counts the model of the wording detector anew: lexicons/wording.bin, see lexicons/README.md for what it is made of. */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: join(root, '..', 'shared', 'data') },
    out: { type: 'string', default: join(root, 'lexicons', 'wording.bin') },
  },
});

/** Log odds, chosen on the folds of the development data: about 0.2 and 0.01 false alarms per 10,000 characters of law. */
const LINES = { suggested: 2.6, asserted: 4, followed: 0, clear: -4.5 };
const start = performance.now();
const say = (text: string): void =>
  console.log(`${((performance.now() - start) / 1000).toFixed(1).padStart(6)} s  ${text}`);
const laws = readLaws(values.data);
const pairs = readPairs(values.data);
const gathered = gather(laws, pairs, readDictionary());
say(`counted ${laws.counted.length} lines, ${gathered.grams.size} n-grams`);
const confusions = confusionsOf(gathered, readAlike(join(root, 'lexicons', 'wording-alike.txt')));
say(`looked up ${confusions.targets.length} confusions`);
const samples = collect(evidences(gathered, confusions), pairs, laws.tuning);
say(`collected ${samples.labels.length} samples, ${samples.labels.filter((one) => one === 1).length} right`);
const forest = growJudge(samples, -1);
say(`grew ${forest.roots.length} trees, ${forest.features.length} nodes`);
const bytes = packModel(gathered, confusions, forest, LINES);
writeFileSync(values.out, bytes);
say(`wrote ${values.out}, ${(bytes.length / 1e6).toFixed(2)} MB`);
