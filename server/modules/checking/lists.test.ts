import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Declared } from '../../../contracts/checking/wire.ts';
import type { ListedBody } from '../../../contracts/checking/wire-lists.ts';
import { must } from '../../kernel/testing-outcome.ts';
import { addListed } from './add-listed.ts';
import { checkedAgainst } from './check-against.ts';
import { getLexicon } from './read-lexicon.ts';
import { getLists } from './read-lists.ts';
import { removeListed } from './remove-listed.ts';
import { type CheckingWorld, createCheckingWorld } from './testing.ts';

let world: CheckingWorld;
beforeAll(async () => {
  world = await createCheckingWorld();
});
afterAll(() => world.kernel.drop());

const COUNTY = '220621';
const body = (more: Partial<ListedBody> = {}): ListedBody => ({
  kind: 'source',
  name: '长白山日报',
  class: 'listed',
  entries: ['https://www.cbsrb.com/index.html'],
  basis: '县委宣传部稿源名单',
  ...more,
});
const add = (who: string, more: Partial<ListedBody> = {}) =>
  world.change(who, (ctx) => addListed(ctx, COUNTY, body(more)));
const lists = (who: string) => world.ask(who, (ctx) => getLists(ctx, COUNTY));
const kinds = async (text: string, declared: Declared = {}) =>
  must(await world.check('小编', text, { declared })).findings.map(({ kind, excerpt }) =>
    `${kind} ${excerpt}`.trim(),
  );

describe('what an area lists', () => {
  test('FS-19 LZ-18a WJ-7b a source is judged as soon as somebody keeps the list, and not before', async () => {
    const text = '据报道，春耕顺利。来源：松江快讯';
    const link = '详见 www.songjiang-kx.com/a';
    expect(await kinds(text)).toEqual([]);
    expect(await kinds(link)).toEqual([]);
    const item = must(await add('管库人'));
    expect(item.entries).toEqual(['cbsrb.com']);
    expect(await kinds(text)).toEqual(['source-unlisted 松江快讯']);
    expect(await kinds(text, { reprint: { source: '松江快讯' } })).toContain('source-unlisted');
    expect(await kinds('来源：长白山日报')).toEqual([]);
    expect(await kinds('来源：抚松县卫生健康局')).toEqual([]);
    expect(await kinds('来源：吉林省人民政府网')).toEqual([]);
    expect(await kinds(link)).toEqual(['unlisted-link www.songjiang-kx.com/a']);
    expect(await kinds('详见 https://news.cbsrb.com/a')).toEqual([]);
    must(await world.change('管库人', (ctx) => removeListed(ctx, item, { version: 1, reason: '名单调整' })));
    expect(await kinds(text)).toEqual([]);
    const again = world.change('管库人', (ctx) =>
      removeListed(ctx, item, { version: 2, reason: '名单调整' }),
    );
    expect(await again).toMatchObject({ problems: [{ code: 'checking.unlisted-already' }] });
    const { changes } = await world.ask('小编', (ctx) =>
      getLexicon(ctx, world.checkers, { jurisdiction: COUNTY, page: 1, size: 10 }),
    );
    expect(changes.map(({ action, term, reason }) => [action, term, reason])).toEqual([
      ['retire', '长白山日报', '名单调整'],
      ['add', '长白山日报', null],
    ]);
  });

  test('LZ-17b an office telephone that was listed is public', async () => {
    expect(await kinds('联系0439-6212345')).toEqual(['landline 0×××××××××××']);
    must(
      await add('管库人', { kind: 'phone', name: '县教育局', class: undefined, entries: ['0439-621 2345'] }),
    );
    expect(await kinds('联系0439-6212345')).toEqual([]);
  });

  test('is kept by those who keep the lexicon and seen by everybody below', async () => {
    for (const who of ['小编', '局长', '邻居管理员', '外人'])
      await expect(add(who)).rejects.toMatchObject({ kind: 'forbidden' });
    expect((await lists('小编')).classes.map(({ id }) => id)).toEqual(['party-government', 'listed']);
    expect((await lists('小编')).abilities.add).toBe(false);
    await expect(lists('外人')).rejects.toMatchObject({ kind: 'not-found' });
  });

  test.each([
    [{ name: '' }, 'name', 'checking.list-name-missing'],
    [{ class: 'mainstream' }, 'class', 'checking.class-unknown'],
    [{ class: undefined }, 'class', 'checking.class-unknown'],
    [{ entries: ['不是网址'] }, 'entries', 'checking.domain-malformed'],
    [{ kind: 'phone', entries: ['12'] }, 'entries', 'checking.phone-malformed'],
    [{ kind: 'domain', entries: [] }, 'entries', 'checking.list-empty'],
    [{ basis: '' }, 'basis', 'checking.source-missing'],
    [{ from: '2026-12-01', to: '2026-11-01' }, 'to', 'checking.days-reversed'],
  ] as const)('refused: %o', async (more, field, code) => {
    expect(await add('管库人', more as Partial<ListedBody>)).toMatchObject({ problems: [{ field, code }] });
  });

  test('a name stands once, also when two add it at once', async () => {
    const both = await Promise.all([1, 2].map(() => add('管库人', { name: '白山广播' })));
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });
});

describe('what the check goes by', () => {
  const known = { unitNames: ['甲局'], phones: [], siteDomains: [], accountHosts: ['weibo.com'] };
  const item = {
    jurisdiction: COUNTY,
    id: 'a',
    kind: 'source' as const,
    name: '某报',
    class: 'listed',
    entries: ['a.com'],
    basis: '名单',
    from: '2026-01-01',
    to: '2026-06-30',
    removed: false,
    version: 1,
    createdAt: '',
    createdByName: '',
  };
  const classes = [{ id: 'listed', label: '名单' }];

  test('a source counts from its first to its last day, and while the packs allow its class', () => {
    const on = (day: string, allowed: typeof classes | null = classes) =>
      checkedAgainst(known, [item], allowed, day).reprints?.listed?.map(({ name }) => name);
    expect([on('2025-12-31'), on('2026-01-01'), on('2026-06-30'), on('2026-07-01')]).toEqual([
      undefined,
      ['某报'],
      ['某报'],
      undefined,
    ]);
    expect(on('2026-03-01', [{ id: 'party-government', label: '' }])).toBeUndefined();
    expect(on('2026-03-01', null)).toBeUndefined();
  });

  test('links are judged where somebody lists sites; accounts alone are no list of what may be linked to', () => {
    expect(checkedAgainst(known, [], classes, '2026-03-01').domains).toEqual({ own: [] });
    const sites = { ...known, siteDomains: ['fs.gov.cn'] };
    expect(checkedAgainst(sites, [], classes, '2026-03-01').domains).toEqual({
      own: ['fs.gov.cn'],
      listed: ['weibo.com'],
    });
  });
});
