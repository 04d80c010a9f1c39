import type { importSheets } from '../contracts/directory/import-words.ts';

export type UnitCells = Partial<Record<keyof (typeof importSheets)['units']['columns'], string>>;
export type PersonCells = Partial<Record<keyof (typeof importSheets)['people']['columns'], string>>;

/** A row with a mistake: what an import has to say of it, and of no other row. */
export interface Mistake<C> {
  readonly cells: C;
  readonly codes: readonly string[];
}

const TOP = '抚松县人民政府';

/** One row for every mistake that an import of units names; `taken` is a good row of the same file. */
export function badUnits(taken: UnitCells): Mistake<UnitCells>[] {
  let n = 0;
  const bad = (cells: UnitCells, ...codes: string[]): Mistake<UnitCells> => {
    n += 1;
    const good = { name: `样例有误单位${n}`, kind: '事业单位', parent: TOP, tier: '县级' };
    return { cells: { ...good, ...cells }, codes: codes.map((code) => `import.${code}`) };
  };
  return [
    bad({ name: '' }, 'name-missing'),
    bad({ name: '局' }, 'name-length'),
    bad({ name: `样例${'长'.repeat(60)}局` }, 'too-long'),
    bad({ name: '=HYPERLINK("http://example.com")' }, 'bad-text'),
    bad({ name: '样例\n换行单位' }, 'bad-text'),
    bad({ shortName: '样例\u202e反写' }, 'bad-text'),
    bad({ shortName: '简'.repeat(31) }, 'too-long'),
    bad({ name: taken.name ?? '' }, 'duplicate-unit'),
    bad({ name: TOP, parent: '样例县教育局' }, 'unit-exists'),
    bad({ kind: '局' }, 'bad-kind'),
    bad({ kind: '' }, 'bad-kind'),
    bad({ tier: '国家级' }, 'bad-tier'),
    bad({ code: '22062100' }, 'bad-code'),
    bad({ code: '22062100AB' }, 'bad-code'),
    bad({ code: taken.code ?? '' }, 'duplicate-code'),
    bad({ secret: '也许' }, 'bad-flag'),
    bad({ inward: 'Y' }, 'bad-flag'),
    bad({ parent: '样例没有的局' }, 'unknown-parent'),
    bad({ parent: '白山市人民政府' }, 'parent-outside'),
    bad({ parent: '' }, 'jurisdiction-missing'),
    bad({ parent: '', jurisdiction: '220600' }, 'jurisdiction-outside'),
    bad({ jurisdiction: '999999' }, 'unknown-jurisdiction'),
    bad({ jurisdiction: '620171' }, 'wrong-jurisdiction'),
    bad({ parent: '样例县教育局办公室' }, 'parent-section'),
    bad({ name: '样例环甲', parent: '样例环乙' }, 'cycle'),
    bad({ name: '样例环乙', parent: '样例环甲' }, 'cycle'),
    bad({ name: '样例自环', parent: '样例自环' }, 'cycle'),
    bad({ kind: '厅', tier: '部级', code: '1', secret: '?' }, 'bad-code', 'bad-kind', 'bad-tier', 'bad-flag'),
  ];
}

/** One row for every mistake that an import of people names; `taken` is a good row of the same file. */
export function badPeople(taken: PersonCells): Mistake<PersonCells>[] {
  let n = 0;
  const bad = (cells: PersonCells, ...codes: string[]): Mistake<PersonCells> => {
    n += 1;
    return { cells: { ...goodPerson(n), ...cells }, codes: codes.map((code) => `import.${code}`) };
  };
  return [
    bad({ name: '' }, 'person-name-missing'),
    bad({ name: '错' }, 'person-name-length'),
    bad({ name: '错'.repeat(31) }, 'too-long'),
    bad({ name: '+错一二' }, 'bad-text'),
    bad({ title: '岗'.repeat(41) }, 'too-long'),
    bad({ phone: '' }, 'phone-missing'),
    bad({ phone: '12345' }, 'bad-phone'),
    bad({ phone: '139000000000' }, 'bad-phone'),
    bad({ email: 'cuo@' }, 'bad-mail'),
    bad({ unit: '' }, 'unit-missing'),
    bad({ unit: '样例没有的局' }, 'unknown-unit'),
    bad({ unit: '白山市人民政府' }, 'unit-outside'),
    bad({ post: '' }, 'post-missing'),
    bad({ post: '首席运营官' }, 'unknown-post'),
    bad({ isStaff: '借调' }, 'bad-flag'),
    bad({ fromDay: '2026-02-30' }, 'bad-day'),
    bad({ fromDay: '去年' }, 'bad-day'),
    bad({ fromDay: '2026-05-01', toDay: '2026-04-30' }, 'impossible-days'),
    bad({ userName: '' }, 'user-name-missing'),
    bad({ userName: '张三' }, 'bad-user-name'),
    bad({ userName: (taken.userName ?? '').toUpperCase() }, 'duplicate-user-name'),
    bad({ userName: 'fs-rs-info' }, 'user-name-exists'),
    bad({ name: taken.name ?? '', phone: taken.phone ?? '' }, 'duplicate-person'),
    bad(taken, 'duplicate-appointment'),
    bad(
      { phone: '1', email: '@', post: '员', fromDay: '1', toDay: '2' },
      'bad-phone',
      'bad-mail',
      'unknown-post',
      'bad-day',
      'bad-day',
    ),
  ];
}

const goodPerson = (n: number): PersonCells => ({
  name: '错一二',
  userName: `cuo${String(n).padStart(3, '0')}`,
  phone: `138${String(n).padStart(8, '0')}`,
  unit: '样例县教育局',
  post: '信息员',
});
