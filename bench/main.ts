import { parseArgs } from 'node:util';
import { accuracyBench } from './accuracy.ts';
import { apiBench } from './api.ts';
import type { Bench, Figure } from './bench.ts';
import { checksBench } from './checks.ts';
import { checksThreadsBench } from './checks-threads.ts';
import { checksWholeBench } from './checks-whole.ts';
import { intakeBench } from './intake.ts';
import { policyBench } from './policy.ts';
import { registryBench } from './registry.ts';

const benches: readonly Bench[] = [
  ...[policyBench, intakeBench, apiBench, registryBench],
  ...[checksBench, checksWholeBench, checksThreadsBench, accuracyBench],
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
});
const [name] = positionals;

if (name === undefined) {
  if (values.json)
    console.log(JSON.stringify(benches.map(({ name: id, describe }) => ({ name: id, describe }))));
  else for (const bench of benches) console.log(`${bench.name.padEnd(10)} ${bench.describe}`);
} else {
  const bench = benches.find((b) => b.name === name);
  if (!bench) {
    console.error(`没有名为「${name}」的测量；可用：${benches.map((b) => b.name).join('、')}。`);
    process.exitCode = 2;
  } else {
    const figures = await bench.run();
    if (values.json) console.log(JSON.stringify({ bench: bench.name, describe: bench.describe, figures }));
    else print(bench, figures);
  }
}

function print(bench: Bench, figures: readonly Figure[]): void {
  console.log(bench.describe);
  for (const figure of figures) {
    const number = figure.value >= 100 ? figure.value.toFixed(0) : figure.value.toPrecision(3);
    console.log(
      `  ${figure.name}  ${number} ${figure.unit}${figure.against ? `（对照：${figure.against}）` : ''}`,
    );
  }
}
