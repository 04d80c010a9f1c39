import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EntryBody, lexiconKinds } from '../../../contracts/checking/wire.ts';
import { lexiconKindNames } from '../../../contracts/checking/words.ts';
import { must } from '../../kernel/testing-outcome.ts';
import { activateEntry } from './activate-entry.ts';
import { addEntry } from './add-entry.ts';
import { getLexicon, lexiconPlaces } from './read-lexicon.ts';
import { retireEntry } from './retire-entry.ts';
import { type CheckingWorld, createCheckingWorld } from './testing.ts';
import { tryEntry } from './try-entry.ts';

let world: CheckingWorld;
beforeAll(async () => {
  world = await createCheckingWorld();
});
afterAll(() => world.kernel.drop());

const COUNTY = '220621';
const body = (more: Partial<EntryBody> = {}): EntryBody => ({
  term: '抚松县教育厅',
  detector: 'names',
  kind: 'body-name',
  severity: 'warn',
  right: '抚松县教育局',
  except: [],
  source: '抚松县机构编制文件',
  ...more,
});
const add = (who: string, more: Partial<EntryBody> = {}) =>
  world.change(who, (ctx) => addEntry(ctx, COUNTY, body(more)));
const check = async (text: string) =>
  must(await world.check('小编', text)).findings.filter(
    ({ detector }) => detector === 'names' || detector === 'secrecy',
  );
const lexicon = (who: string) =>
  world.ask(who, (ctx) => getLexicon(ctx, world.checkers, { jurisdiction: COUNTY, page: 1, size: 50 }));

describe('an entry on its way', () => {
  test('is a draft first, is tried on the texts of the last month, then marks, then is retired', async () => {
    expect(await check('近日，抚松县教育厅发布消息。抚松县教育厅表示。')).toEqual([]);
    const draft = must(await add('管库人'));
    expect(await check('抚松县教育厅')).toEqual([]);
    expect(await world.change('管库人', (ctx) => activateEntry(ctx, draft, 1))).toMatchObject({
      problems: [{ code: 'checking.not-tried' }],
    });
    const tried = must(
      await world.change('管库人', (ctx) => tryEntry(ctx, world.checkers, { ...draft, version: 1 })),
    );
    expect(tried.tried).toMatchObject({ texts: 2, places: 3, own: false });
    expect(tried.tried?.examples[0]).toMatchObject({ text: '抚松县教育厅' });
    await expect(world.change('管库人', (ctx) => activateEntry(ctx, draft, 1))).rejects.toMatchObject({
      kind: 'stale',
    });
    must(await world.change('管库人', (ctx) => activateEntry(ctx, draft, 2)));
    expect(await check('近日，抚松县教育厅发布消息。')).toMatchObject([
      { kind: 'body-name', severity: 'warn', suggestion: '抚松县教育局' },
    ]);
    must(await world.change('管库人', (ctx) => retireEntry(ctx, draft, { version: 3, reason: '机构改革' })));
    expect(await check('近日，抚松县教育厅发布消息。')).toEqual([]);
    const { changes, version, entries } = await lexicon('小编');
    expect([version, changes.map(({ action }) => action)]).toEqual([3, ['retire', 'activate', 'add']]);
    expect(changes[0]).toMatchObject({ reason: '机构改革', by: { name: '管库人' } });
    expect(entries.items[0]).toMatchObject({ state: 'retired', abilities: { change: false } });
  });

  test('a sample of one’s own serves as well', async () => {
    const draft = must(await add('管库人', { term: '县教育总局' }));
    const sample = '县教育总局。县教育总局。';
    const { tried } = must(
      await world.change('管库人', (ctx) => tryEntry(ctx, world.checkers, { ...draft, version: 1, sample })),
    );
    expect(tried).toMatchObject({ texts: 1, places: 2, own: true });
  });
});

describe('every kind that can be chosen marks its word', () => {
  const kinds = Object.entries(lexiconKinds).flatMap(([detector, names]) =>
    names.map((kind) => [detector as EntryBody['detector'], kind] as const),
  );
  test.each(kinds)('%s %s', async (detector, kind) => {
    const domain = kind === 'shop-domain';
    const term = domain
      ? 'lvye-shop.cn'
      : `绿叶词${kinds.findIndex((one) => one[1] === kind && one[0] === detector)}号`;
    const right = detector === 'names' || detector === 'wording' ? '正确写法' : undefined;
    const draft = must(await add('管库人', { term, detector, kind, severity: 'note', right }));
    const sample = domain ? `请看 https://www.${term}/a 。` : term;
    const { tried } = must(
      await world.change('管库人', (ctx) => tryEntry(ctx, world.checkers, { ...draft, version: 1, sample })),
    );
    expect([tried?.places, lexiconKindNames[kind]]).toEqual([1, expect.any(String)]);
  });
});

describe('who keeps the lexicon', () => {
  test('administrators and filing officers of the supervising unit, nobody else', async () => {
    for (const who of ['小编', '局长', '督查员', '邻居管理员', '外人'])
      await expect(add(who)).rejects.toMatchObject({ kind: 'forbidden' });
    expect((await lexicon('管库人')).abilities.add).toBe(true);
    expect((await lexicon('小编')).abilities.add).toBe(false);
    await expect(lexicon('外人')).rejects.toMatchObject({ kind: 'not-found' });
    const places = await world.ask('管库人', async (ctx) => lexiconPlaces(ctx));
    expect(places.map(({ code, change }) => [code, change])).toEqual([
      ['220621', true],
      ['220600', false],
      ['220000', false],
      ['100000', false],
    ]);
  });
});

describe('strict as the lexicons that ship', () => {
  test.each([
    [{ term: '局' }, 'term', 'checking.term-too-short'],
    [{ term: '局\u200b' }, 'term', 'checking.term-too-short'],
    [{ right: undefined }, 'right', 'checking.right-missing'],
    [{ right: '抚松县教育厅' }, 'right', 'checking.right-is-term'],
    [{ except: ['别的词'] }, 'except', 'checking.except-without-term'],
    [{ severity: 'block' }, 'severity', 'checking.severity-beyond'],
    [{ kind: 'ban' }, 'kind', 'checking.kind-unknown'],
    [{ source: '' }, 'source', 'checking.source-missing'],
    [{ from: '2026-12-01', to: '2026-11-01' }, 'to', 'checking.days-reversed'],
  ] as const)('refused: %o', async (more, field, code) => {
    const outcome = await add('管库人', more as Partial<EntryBody>);
    expect(outcome).toMatchObject({ ok: false, problems: [{ field, code }] });
  });

  test('a word stands once, also when two add it at once', async () => {
    const both = await Promise.all([1, 2].map(() => add('管库人', { term: '抚松县文教局' })));
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });
});
