import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { importSheets } from '../contracts/directory/import-words.ts';
import { type SheetToWrite, writeXlsx } from '../server/documents/xlsx-write.ts';
import { badPeople, badUnits, type Mistake, type PersonCells, type UnitCells } from './sample-mistakes.ts';
import { dice, givenNames, places, surnames, townDesks, trades } from './sample-names.ts';

export interface Planted {
  readonly sheet: string;
  readonly row: number;
  readonly codes: readonly string[];
}

interface Wanted {
  readonly units: number;
  readonly people: number;
  /** Rows with mistakes are put between the others; they come on top of the numbers wanted. */
  readonly mistakes: boolean;
  readonly seed: number;
}

/** The unit of the demonstration that the sample hangs under, and somebody who may import there. */
const TOP = '抚松县人民政府';
const KINDS = ['信息员', '主要领导', '分管领导', '经办人', '科室负责人', '备案管理员', '值班员', '安全员'];

/** A county in rows: units and people with invented names, the same for the same seed, and where mistakes were planted. */
export function sampleDirectory(wanted: Wanted): { sheets: SheetToWrite[]; planted: Planted[] } {
  const roll = dice(wanted.seed);
  const goodUnits = units(wanted.units);
  const goodPeople = people(wanted.people, goodUnits, roll);
  const first = { unit: goodUnits[0] ?? {}, person: goodPeople[0] ?? {} };
  const unitRows = mixed(goodUnits, wanted.mistakes ? badUnits(first.unit) : [], roll);
  const personRows = mixed(goodPeople, wanted.mistakes ? badPeople(first.person) : [], roll);
  return {
    sheets: [sheet(importSheets.units, unitRows), sheet(importSheets.people, personRows)],
    planted: [
      ...plantedIn(importSheets.units.name, unitRows),
      ...plantedIn(importSheets.people.name, personRows),
    ],
  };
}

type Row<C> = Mistake<C>;

/** Bureaus with their sections, towns with their desks, then villages' schools until there are enough. */
function units(n: number): UnitCells[] {
  const all: UnitCells[] = [];
  const add = (name: string, kind: string, parent: string, more: UnitCells = {}) => {
    if (all.length < n)
      all.push({ name, kind, parent, tier: kind === '乡镇（街道）' ? '乡级' : '县级', ...more });
  };
  for (const trade of trades) {
    const bureau = `样例县${trade}局`;
    add(bureau, '部门', TOP, { shortName: `样例${trade}`, code: code(all.length) });
    for (const section of ['办公室', '政策法规科', '行政审批科', '规划财务科', '监督检查科'])
      add(`${bureau}${section}`, '内设科室', bureau);
  }
  for (const place of places) {
    const town = `样例${place}镇人民政府`;
    add(town, '乡镇（街道）', TOP, { shortName: `样例${place}镇`, code: code(all.length), inward: '否' });
    for (const desk of townDesks) add(`样例${place}镇${desk}`, '事业单位', town);
  }
  for (let i = 0; all.length < n; i += 1)
    add(
      `样例${places[i % places.length]}第${Math.floor(i / places.length) + 1}中心小学`,
      '事业单位',
      '样例县教育局',
    );
  return all;
}

const code = (index: number) => `220621${String(index + 1).padStart(4, '0')}`;

/** Everybody in one post; every fortieth in a second one too, which is a row of its own for the same person. */
function people(n: number, at: readonly UnitCells[], roll: (below: number) => number): PersonCells[] {
  const rows: PersonCells[] = [];
  for (let i = 0; i < n; i += 1) {
    const unit = at[i % at.length]?.name ?? TOP;
    const turn = Math.floor(i / at.length);
    const person = {
      name: `${surnames[roll(surnames.length)]}${givenNames[roll(givenNames.length)]}${givenNames[roll(givenNames.length)]}`,
      userName: `yl${String(i + 1).padStart(5, '0')}`,
      phone: `139${String(i).padStart(8, '0')}`,
      isStaff: roll(10) === 0 ? '否' : '是',
      unit,
    };
    const email = roll(4) === 0 ? `${person.userName}@example.cn` : '';
    rows.push({
      ...person,
      email,
      post: KINDS[turn % KINDS.length] ?? '',
      fromDay: `20${18 + roll(8)}-0${1 + roll(9)}-${10 + roll(18)}`,
    });
    if (i % 40 === 39)
      rows.push({ ...person, email, post: '单位管理员', fromDay: '2026/3/1', toDay: '2029-02-28' });
  }
  return rows;
}

/** Rows with mistakes dealt out among the good ones, in their own order; none before the first good one. */
function mixed<C>(good: readonly C[], bad: readonly Mistake<C>[], roll: (below: number) => number): Row<C>[] {
  const rows: Row<C>[] = good.map((cells) => ({ cells, codes: [] }));
  const places = bad.map(() => 1 + roll(good.length)).sort((a, b) => a - b);
  bad.forEach((mistake, index) => void rows.splice((places[index] ?? 0) + index, 0, mistake));
  return rows;
}

/** The head is row 1. */
function plantedIn<C>(sheet: string, rows: readonly Row<C>[]): Planted[] {
  return rows.flatMap(({ codes }, index) => (codes.length > 0 ? [{ sheet, row: index + 2, codes }] : []));
}

function sheet<K extends string>(
  words: { readonly name: string; readonly columns: Readonly<Record<K, string>> },
  rows: readonly Row<Partial<Record<K, string>>>[],
): SheetToWrite {
  const keys = Object.keys(words.columns) as K[];
  return {
    name: words.name,
    columns: keys.map((key) => ({ header: words.columns[key], width: 12 })),
    rows: rows.map(({ cells }) => keys.map((key) => cells[key] ?? '')),
  };
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      units: { type: 'string', default: '5000' },
      people: { type: 'string', default: '20000' },
      clean: { type: 'boolean', default: false },
      seed: { type: 'string', default: '1' },
    },
  });
  const [file] = positionals;
  if (!file) {
    console.error(
      'npx tsx scripts/sample-directory.ts FILE.xlsx [--units 5000] [--people 20000] [--clean] [--seed 1]',
    );
    process.exit(2);
  }
  const { sheets, planted } = sampleDirectory({
    units: Number(values.units),
    people: Number(values.people),
    mistakes: !values.clean,
    seed: Number(values.seed),
  });
  await pipeline(writeXlsx(sheets), createWriteStream(file));
  console.log(`${file}：导入人 fs-zs-admin（演示），上级单位 ${TOP}；有意写错 ${planted.length} 行。`);
  for (const { sheet: name, row, codes } of planted)
    console.log(`  ${name} 第 ${row} 行  ${codes.join('、')}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
