import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importSheets } from '../../../contracts/directory/import-words.ts';
import { createGeography } from '../../kernel/geography.ts';
import {
  type ImportFacts,
  type PersonRow,
  readDay,
  type StandingUnit,
  type UnitRow,
  unitFinder,
} from './rules-import.ts';
import { planPeople } from './rules-import-people.ts';
import { planUnits } from './rules-import-units.ts';

const geography = createGeography([
  { code: '22', name: '省', level: 'province', parent: null },
  { code: '2206', name: '市', level: 'city', parent: '22' },
  { code: '220621', name: '县', level: 'county', parent: '2206' },
  { code: '220622', name: '邻县', level: 'county', parent: '2206' },
]);

const standing = (name: string, jurisdiction: string, managed = true): StandingUnit => ({
  id: `${jurisdiction} ${name}`,
  jurisdiction,
  name,
  code: null,
  kind: 'department',
  path: [],
  managed,
  classified: managed,
});

const facts = (units: StandingUnit[], scope = ['2206', '220621', '220622']): ImportFacts => ({
  today: '2026-11-20',
  geography,
  units,
  takenUserNames: new Set(),
  knownPeople: new Set(),
  posts: new Map([['信息员', { kind: 'info-officer', title: '信息员' }]]),
  managesArea: (code) => code === '2206',
  inScope: (code) => scope.includes(code),
});

function rowsOf<C extends string>(columns: Readonly<Record<C, string>>, rows: Partial<Record<C, string>>[]) {
  const blank = Object.fromEntries(Object.keys(columns).map((key) => [key, ''])) as Record<C, string>;
  return rows.map((cells, index) => ({ row: index + 2, cells: { ...blank, ...cells } }));
}
const unitRows = (rows: Partial<UnitRow['cells']>[]) =>
  rowsOf(
    importSheets.units.columns,
    rows.map((row) => ({ kind: '部门', ...row })),
  );
const personRows = (rows: Partial<PersonRow['cells']>[]) =>
  rowsOf(
    importSheets.people.columns,
    rows.map((row) => ({ phone: '13900000000', post: '信息员', name: '甲乙', userName: 'jia', ...row })),
  );

function plan(units: UnitRow[], people: PersonRow[], known: ImportFacts) {
  const find = unitFinder(units, known.units);
  const planned = planUnits(units, known, find);
  const areas = new Map(planned.units.map((unit) => [unit.row, unit.jurisdiction]));
  const placed = planPeople(people, known, { find, areaOfRow: (row) => areas.get(row) ?? null });
  const said = [...planned.problems, ...placed.problems].map(
    ({ row, column, code }) => `${row} ${column} ${code}`,
  );
  return { said, units: planned.units, appointments: placed.appointments };
}

test('QJ-6 one person has one user, and posts in one area only', () => {
  const known = facts([standing('县局', '220621'), standing('邻县局', '220622')]);
  expect(plan([], personRows([{ unit: '县局' }, { unit: '邻县局' }]), known).said).toEqual([
    '3 unit import.two-areas',
  ]);
  expect(plan([], personRows([{ unit: '县局' }, { unit: '县局', userName: 'bing' }]), known).said).toEqual([
    '3 name import.duplicate-person',
  ]);
});

test('a name that units of two areas have is ambiguous; a key tells them apart', () => {
  const known = facts([standing('县政府', '220621'), standing('邻县政府', '220622')]);
  const twins = [
    { key: 'A', name: '教育局', parent: '县政府' },
    { key: 'B', name: '教育局', parent: '邻县政府' },
  ];
  const units = unitRows([...twins, { name: '学校', parent: '教育局' }, { name: '小学', parent: 'B' }]);
  const { said, units: planned } = plan(
    units,
    personRows([{ unit: '教育局' }, { unit: 'A', userName: 'bing', name: '丙丁' }]),
    known,
  );
  expect(said).toEqual(['4 parent import.ambiguous-parent', '2 unit import.ambiguous-unit']);
  expect(planned.find(({ name }) => name === '小学')?.jurisdiction).toBe('220622');
});

test('a name in the file and in another area of the directory is ambiguous, in the same area it is a duplicate', () => {
  const units = unitRows([
    { name: '教育局', parent: '县政府' },
    { name: '学校', parent: '教育局' },
  ]);
  const elsewhere = facts([standing('县政府', '220621'), standing('教育局', '220622')]);
  expect(plan(units, [], elsewhere).said).toEqual(['3 parent import.ambiguous-parent']);
  const here = facts([standing('县政府', '220621'), standing('教育局', '220621')]);
  expect(plan(units, [], here).said).toEqual(['2 name import.unit-exists']);
});

test('areas: unknown, not below the parent, outside the rights, at the top without rights', () => {
  const known = facts([standing('市政府', '2206'), standing('外省', '99', false)], ['2206', '220621']);
  const units = unitRows([
    { name: '一局', parent: '市政府', jurisdiction: '220621' },
    { name: '二局', parent: '市政府', jurisdiction: '220622' },
    { name: '三局', parent: '市政府', jurisdiction: '22' },
    { name: '四局', parent: '市政府', jurisdiction: 'x' },
    { name: '五局', jurisdiction: '2206' },
    { name: '六局', jurisdiction: '220621' },
    { name: '七局', jurisdiction: '220622' },
    { name: '八局', parent: '外省' },
  ]);
  expect(plan(units, [], known).said.sort()).toEqual([
    '3 jurisdiction import.jurisdiction-outside',
    '4 jurisdiction import.wrong-jurisdiction',
    '5 jurisdiction import.unknown-jurisdiction',
    '7 parent import.no-parent-right',
    '8 jurisdiction import.jurisdiction-outside',
    '9 parent import.parent-outside',
  ]);
});

test('everything wrong with one row is said, and only of that row', () => {
  const known = facts([standing('县政府', '220621')]);
  const units = unitRows([
    { name: '', kind: '?', tier: '?', code: '1', secret: '?', inward: '?', shortName: '\u0000', key: '=1' },
    { name: '好局', parent: '县政府' },
  ]);
  expect(plan(units, [], known).said.filter((each) => each.startsWith('2 '))).toHaveLength(9);
  expect(plan(units, [], known).said.filter((each) => each.startsWith('3 '))).toEqual([]);
});

const chainOf = (n: number) =>
  Array.from({ length: n }, (_, i) => ({ name: `单位${i}`, parent: i === 0 ? '县政府' : `单位${i - 1}` }));

test('a chain of units is planned parents first, whatever the order of the rows', () => {
  const chain = chainOf(20);
  const { said, units } = plan(unitRows([...chain].reverse()), [], facts([standing('县政府', '220621')]));
  expect(said).toEqual([]);
  expect(units.map(({ name }) => name)).toEqual(chain.map(({ name }) => name));
});

test('a chain or a ring of fifty thousand rows is told off in no time', () => {
  const known = facts([standing('县政府', '220621')]);
  const begun = performance.now();
  const deep = plan(unitRows(chainOf(50_000)), [], known).said;
  expect(deep).toHaveLength(49_980);
  expect(deep[0]).toBe('22 parent import.too-deep');
  const ring = chainOf(50_000).map((row, i) => (i === 0 ? { ...row, parent: '单位49999' } : row));
  expect(plan(unitRows(ring), [], known).said).toHaveLength(50_000);
  expect(performance.now() - begun).toBeLessThan(20_000);
});

test('days in the ways people type them, and none that the calendar does not have', () => {
  for (const text of ['2026-03-01', '2026/3/1', '2026.3.1', '2026年3月1日', '20260301'])
    expect(readDay(text)).toBe('2026-03-01');
  for (const text of [
    '2026-02-29',
    '2026-13-01',
    '1900-02-29',
    '2026-00-10',
    '3月1日',
    '45000',
    '2026-03-01 08:00:00',
  ])
    expect(readDay(text), text).toBe(null);
  fc.assert(
    fc.property(
      fc.integer({ min: 1949, max: 2100 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
      (y, m, d) => {
        const text = `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
        const real =
          !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
          new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
        expect(readDay(text)).toBe(real ? text : null);
      },
    ),
  );
});
