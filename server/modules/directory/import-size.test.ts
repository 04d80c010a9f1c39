import { expect, test } from 'vitest';
import { sampleDirectory } from '../../../scripts/sample-directory.ts';
import { fillDemo } from '../../demo/index.ts';
import { writeXlsx } from '../../documents/xlsx-write.ts';
import { systemActor } from '../../kernel/actor.ts';
import { createTestKernel } from '../../kernel/testing.ts';
import { checkImport } from './check-import.ts';
import { importDirectory } from './import-directory.ts';

const SIZE = { units: 5000, people: 20_000, seed: 1 };
const MINUTE = 60_000;

async function workbook(mistakes: boolean) {
  const { sheets, planted } = sampleDirectory({ ...SIZE, mistakes });
  const parts: Buffer[] = [];
  for await (const part of writeXlsx(sheets)) parts.push(Buffer.from(part));
  return { bytes: Buffer.concat(parts), planted };
}

test('5,000 units and 20,000 people are checked and imported within a minute', {
  timeout: 5 * MINUTE,
}, async () => {
  const kernel = await createTestKernel();
  try {
    await fillDemo(kernel.runner);
    const sample = await workbook(true);
    const begun = performance.now();
    const check = await kernel.runner.query(systemActor, (ctx) => checkImport(ctx, sample.bytes));
    if (!check.ok) throw new Error(JSON.stringify(check.problems));
    const named = check.value.problems.map(
      ({ sheet, row }) => `${sheet === 'units' ? '单位' : '人员'} ${row}`,
    );
    // The system administers everything: rows that lie outside somebody's area are good ones to it.
    const outside = ['import.parent-outside', 'import.unit-outside', 'import.jurisdiction-outside'];
    const bad = sample.planted.filter(({ codes }) => !codes.some((code) => outside.includes(code)));
    expect([...new Set(named)].sort()).toEqual(bad.map(({ sheet, row }) => `${sheet} ${row}`).sort());
    const clean = await workbook(false);
    const done = await kernel.runner.command(systemActor, (ctx) => importDirectory(ctx, clean.bytes));
    if (!done.ok) throw new Error(JSON.stringify(done.problems));
    expect(performance.now() - begun).toBeLessThan(MINUTE);
    expect([done.value.units, done.value.people, done.value.initial.length]).toEqual([5000, 20_000, 20_000]);
  } finally {
    await kernel.drop();
  }
});
