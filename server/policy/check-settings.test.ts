import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { checkSettings } from './check-settings.ts';
import { loadPacks } from './load.ts';
import { policyFor } from './policy.ts';

const loaded = await loadPacks([fileURLToPath(new URL('../../policy-packs/', import.meta.url))]);
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems[0]));
const settings = (code: string, day: string) => checkSettings(policyFor(loaded.packs, code, day));

test('QJ-17 telephones, addresses and illness stop a publication in Qijiang, not in the nation', () => {
  expect(settings('500110', '2026-06-01').privacy).toMatchObject({
    on: true,
    severity: 'block',
    kinds: { mobile: 'block', address: 'block', health: 'block' },
    basis: { source: '重庆市綦江区政府网站和政务新媒体管理办法', article: '第十七条' },
  });
  expect(settings('100000', '2026-06-01').privacy).toMatchObject({
    kinds: {},
    basis: { article: '第十五条' },
  });
});

test('WJ-9b maps are checked where the rules speak of them; elsewhere the detector keeps its own way', () => {
  expect(settings('320509-hrss', '2026-06-01').map).toMatchObject({ on: true, severity: 'warn' });
  expect(settings('320500', '2026-06-01').map).toBeUndefined();
});

test('FS-25 LZ-17b what several levels say is joined, the gravest winning', () => {
  expect(settings('220621', '2026-06-01').pressure).toMatchObject({
    kinds: { forced: 'block', fakery: 'block' },
    basis: { article: '第25条' },
  });
  expect(settings('620171', '2022-07-28').privacy).toMatchObject({ basis: { article: '第十七条' } });
  expect(settings('620171', '2022-07-29').privacy).toMatchObject({ basis: { article: '第十五条' } });
});
