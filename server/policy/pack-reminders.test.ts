import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadPacks } from './load.ts';
import { remindersOf } from './pack-reminders.ts';
import { policyFor } from './policy.ts';
import { packText, places, recordText, setOf } from './sample-pack.test-data.ts';

const step = (id: string, more = '') =>
  `{id: ${id}, title: ${id}, at: host, post: section-head, kind: review${more}}`;
const chain = (rule: string, ...steps: string[]) =>
  recordText(rule, `{variants: [{steps: [${steps.join(', ')}]}]}`);
const form = (opinionStep: string) =>
  recordText(
    'filing.form.open',
    `{title: 备案表, sections: [{title: 甲, fields: [{id: a, label: 甲, type: text, required: true}]}], opinions: [{id: o, title: 意见, step: ${opinionStep}, seal: true, signature: false}], attachments: []}`,
  );

function reminders(county: string, nation = '', sources?: string): string[] {
  const set = setOf(
    packText({ id: 'nation', jurisdiction: places.nation, rules: nation }),
    packText({ id: 'county', jurisdiction: places.county, rules: county, ...(sources ? { sources } : {}) }),
  );
  const pack = set.packs.find(({ id }) => id === 'county');
  return pack ? remindersOf(set, pack, '2024-01-01') : [];
}

test('a pack without rules', () => {
  expect(reminders('')).toEqual([expect.stringContaining('没有一条规则')]);
});

test.each([
  ['2026-02-28', '2021-03-01', ['2026-03-01']],
  ['2026-03-01', '2021-03-01', []],
  ['2026-06-30', '2021-03-01', []],
  ['2028-02-28', '2023-02-28', []],
])('valid until %s from %s', (until, from, days) => {
  const rules = recordText('filing.archive', 'true').replace('2020-01-01', from);
  const found = reminders(rules, '', `- {id: rule, title: 办法, inForce: {from: ${from}, until: ${until}}}`);
  expect(found).toEqual(days.map((day) => expect.stringContaining(`until 要写 ${day}`)));
});

test('a manuscript chain whose steps leave out a gate the levels above ask for', () => {
  const gates = recordText('publish.gates', '[political, text]');
  const some = chain('publish.chain.general', step('a', ', gates: [political]'), step('b'));
  expect(reminders(some, gates)).toEqual([expect.stringMatching(/一般稿件.*没有一步把文字关/)]);
  const all = chain('publish.chain.general', step('a', ', gates: [political]'), step('b', ', gates: [text]'));
  expect(reminders(all, gates)).toEqual([]);
});

test('a form of the nation whose opinion has no step in the chain of the county', () => {
  const nation = chain('filing.chain.open', step('file')) + form('file');
  expect(reminders(chain('filing.chain.open', step('approve')), nation)).toEqual([
    expect.stringMatching(/《备案表》是全国的表.*“意见”（步骤 file）在丙县的流程里没有/),
  ]);
  expect(reminders(chain('filing.chain.open', step('file')), nation)).toEqual([]);
  expect(reminders(recordText('filing.archive', 'true'), nation)).toEqual([]);
});

test('WJ-8a no shipped chain leaves a gate of its own or a higher level loose', async () => {
  const loaded = await loadPacks([fileURLToPath(new URL('../../policy-packs', import.meta.url))]);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  for (const pack of loaded.packs.packs)
    expect(remindersOf(loaded.packs, pack, '2024-05-01').filter((line) => line.includes('关'))).toEqual([]);
  const here = policyFor(loaded.packs, '320509-hrss', '2024-05-01');
  const gates = [...(here.get('publish.gates').value ?? [])].sort();
  for (const rule of ['publish.chain.general', 'publish.chain.important', 'publish.chain.sensitive'] as const)
    for (const step of here.get(rule).value?.variants.flatMap(({ steps }) => steps) ?? [])
      expect([...(step.gates ?? [])].sort(), `${rule} ${step.id}`).toEqual(gates);
});
