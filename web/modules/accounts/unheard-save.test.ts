import { expect, test } from 'vitest';
import { isUnheardSave } from './unheard-save.ts';

const field = (key: string, system = false) => ({ key, system }) as never;
const now = (version: number, values: Record<string, string | boolean | null>) => ({
  version,
  values,
  form: { sections: [{ title: '', fields: [field('name'), field('tied'), field('host', true)] }] } as never,
});
const sent = { values: { name: '抚松人社', tied: true }, exceptions: {} };

test('a save whose answer was lost is known again by what it wrote', () => {
  expect(isUnheardSave(now(4, { name: '抚松人社', tied: true, host: '人社局' }), sent, 3)).toBe(true);
  expect(
    isUnheardSave(
      now(4, { name: '抚松人社', host: null }),
      { values: { name: '抚松人社', tied: false }, exceptions: {} },
      3,
    ),
  ).toBe(true);
});

test('what somebody else saved is not', () => {
  expect(isUnheardSave(now(4, { name: '抚松人社局', tied: true }), sent, 3)).toBe(false);
  expect(isUnheardSave(now(5, { name: '抚松人社', tied: true }), sent, 3)).toBe(false);
  expect(isUnheardSave(now(3, { name: '抚松人社', tied: true }), sent, 3)).toBe(false);
});
