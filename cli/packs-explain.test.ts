import { expect, test } from 'vitest';
import { run } from './main.ts';
import { collecting } from './terminal.test-data.ts';

async function explain(...argv: string[]) {
  const terminal = collecting();
  const code = await run(['packs', 'explain', ...argv], terminal);
  return { code, out: terminal.output(), err: terminal.errors() };
}

test('a name lists the rules that begin with it, those no level speaks of included', async () => {
  const { out } = await explain('--jurisdiction', '220621', '--json', 'filing.archive');
  const rules: { rule: string; state: string }[] = JSON.parse(out).rules;
  expect(rules.map(({ rule, state }) => `${rule} ${state}`)).toEqual([
    'filing.archive absent',
    'filing.archive.retention absent',
  ]);
});

test('of the chains of manuscripts only the class asked about', async () => {
  const { out } = await explain(
    '--jurisdiction',
    '220621',
    '--json',
    '--content-class',
    'sensitive',
    'publish.chain',
  );
  const rules: { rule: string }[] = JSON.parse(out).rules;
  expect(rules.map(({ rule }) => rule)).toEqual(['publish.chain.sensitive']);
});

test.each(['220621', '620171', '320509-hrss', '440117', '500110'])(
  'explain answers for %s to the last day of the calendar',
  async (jurisdiction) => {
    for (const on of ['2100-12-31', '2100-12-20', '1900-01-01']) {
      const { code, err } = await explain('--jurisdiction', jurisdiction, '--on', on);
      expect({ code, err }).toEqual({ code: 0, err: '' });
    }
  },
);
