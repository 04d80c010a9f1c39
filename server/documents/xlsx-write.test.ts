import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { readXlsx } from './xlsx-read.ts';
import { type SheetToWrite, writeXlsx } from './xlsx-write.ts';
import { openArchive } from './zip-archive.ts';

async function write(...sheets: SheetToWrite[]): Promise<Buffer> {
  return Buffer.concat(await writeXlsx(sheets).toArray());
}

const columns = [
  { header: '名称', width: 10 },
  { header: '数', width: 4 },
];

async function opened(file: Buffer) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(file as unknown as ArrayBuffer);
  return book;
}

test('another program opens it: frozen bold header, widths, texts as texts, numbers as numbers', async () => {
  const book = await opened(
    await write({
      name: '账号',
      columns,
      rows: [
        ['抚松人社 <&>"', 12],
        [null, undefined],
      ],
    }),
  );
  const sheet = book.getWorksheet('账号');
  expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
  expect(sheet?.getCell('A1')).toMatchObject({ value: '名称', font: { bold: true } });
  expect(sheet?.getColumn(1).width).toBe(22);
  expect(sheet?.getCell('A2').value).toBe('抚松人社 <&>"');
  expect(sheet?.getCell('B2').value).toBe(12);
});

test('what looks like a formula is stored as a quoted text and reads as it was recorded', async () => {
  const hostile = ['=1+1', '+86', '-2', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '=cmd|"/c calc"!A1'];
  const file = await write({ name: 'a', columns, rows: hostile.map((text) => [text, 1]) });
  const archive = openArchive(file);
  const sheet = (await archive.read('xl/worksheets/sheet1.xml')).toString('utf8');
  expect(sheet).not.toContain('<f>');
  expect([...sheet.matchAll(/<c r="A\d+" s="3" t="inlineStr">/g)]).toHaveLength(hostile.length);
  const styles = (await archive.read('xl/styles.xml')).toString('utf8');
  expect(styles.match(/<cellXfs.*<\/cellXfs>/)?.[0].match(/<xf [^>]*>/g)?.[3]).toContain('quotePrefix="1"');
  const values = (await opened(file)).worksheets[0]?.getColumn(1).values.slice(2);
  expect(values?.every((value) => typeof value === 'string')).toBe(true);
  expect(values?.[0]).toBe('=1+1');
});

test('names that Excel cannot hold are made to fit and stay apart', async () => {
  const rows: string[][] = [];
  const long = '政务新媒体'.repeat(9);
  const book = await opened(
    await write(...['a/b[c]', '', long, long, "R&D'"].map((name) => ({ name, columns, rows }))),
  );
  const names = book.worksheets.map(({ name }) => name);
  expect(new Set(names).size).toBe(5);
  expect(names[0]).toBe('abc');
  expect(names.every((name) => name.length > 0 && name.length <= 31)).toBe(true);
});

test('20,000 rows stream out and come back whole', async () => {
  async function* rows() {
    for (let index = 0; index < 20_000; index += 1) yield [`单位${index}`, index];
  }
  const read = await readXlsx(await write({ name: '单位', columns, rows: rows() }));
  if (!read.ok) throw new Error(read.reason);
  expect(read.sheets[0]?.rows).toHaveLength(20_001);
  expect(read.sheets[0]?.rows.at(-1)).toEqual({ row: 20_001, cells: ['单位19999', '19999'] });
});

test('a source of rows that fails fails the stream', async () => {
  async function* rows(): AsyncGenerator<string[]> {
    yield ['x'];
    throw new Error('database gone');
  }
  await expect(write({ name: 'a', columns, rows: rows() })).rejects.toThrow('database gone');
});
