import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { contentTypes, relation, relations, workbook, XLSX_MAIN, zipOf } from './hostile.test-data.ts';
import { readXlsx } from './xlsx-read.ts';

async function rowsOf(file: Buffer) {
  const read = await readXlsx(file);
  if (!read.ok) throw new Error(read.reason);
  return read.sheets[0]?.rows;
}

async function refusal(file: Buffer) {
  const read = await readXlsx(file);
  return read.ok ? 'ok' : read.reason;
}

const one = (value: string) => `<row r="1"><c r="A1"><v>${value}</v></c></row>`;

test('reads what another program wrote: rich text, formulas, days, codes, gaps and sheet states', async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('单位');
  sheet.getCell('A1').value = { richText: [{ text: '抚松' }, { font: { bold: true }, text: '县 ' }] };
  sheet.getCell('C1').value = { formula: '1+1', result: 2 };
  sheet.getCell('A3').value = new Date(Date.UTC(2026, 8, 29));
  sheet.getCell('B3').value = 13800138000;
  sheet.getCell('C3').value = { text: '邮箱', hyperlink: 'mailto:a@b.cn' };
  sheet.getCell('D3').value = 0.1 + 0.2;
  sheet.getCell('E3').value = '\u3000张三\n';
  sheet.getCell('F3').value = true;
  sheet.getCell('G3').value = { formula: 'A1&"x"', result: '抚松x' };
  book.addWorksheet('选项', { state: 'hidden' });
  const read = await readXlsx(Buffer.from(await book.xlsx.writeBuffer()));
  expect(read).toEqual({
    ok: true,
    sheets: [
      {
        name: '单位',
        hidden: false,
        rows: [
          { row: 1, cells: ['抚松县', '', '2'] },
          { row: 3, cells: ['2026-09-29', '13800138000', '邮箱', '0.3', '张三', 'TRUE', '抚松x'] },
        ],
      },
      { name: '选项', hidden: true, rows: [] },
    ],
  });
});

test('days come out as days in every style, and numbers stay numbers', async () => {
  const xf = (id: number) => `<xf numFmtId="${id}"/>`;
  const styles = `<styleSheet><numFmts><numFmt numFmtId="180" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="181" formatCode="[Red]0.00&quot;day&quot;"/></numFmts><cellXfs>${[0, 14, 180, 181, 31].map(xf).join('')}</cellXfs></styleSheet>`;
  const cells = [0, 1, 2, 3, 4].map((style) => `<c s="${style}"><v>46294.5</v></c>`).join('');
  const rows = await rowsOf(
    await workbook(`<row>${cells}</row>`, [{ name: 'xl/styles.xml', content: styles }]),
  );
  const day = '2026-09-29 12:00:00';
  expect(rows).toEqual([{ row: 1, cells: ['46294.5', day, day, '46294.5', day] }]);
});

test('prefixes, phonetic readings, escapes and CDATA do not disturb', async () => {
  const sheet =
    '<x:row r="7"><x:c r="B7" t="inlineStr"><x:is><x:t>张&#x4e09;_x000D_</x:t><x:rPh><x:t>zhang</x:t></x:rPh></x:is></x:c>' +
    '<x:c r="C7" t="s"><x:v>0</x:v></x:c></x:row>';
  const texts = '<sst><si><r><t>a&lt;</t></r><r><t><![CDATA[b>]]></t></r><rPh><t>no</t></rPh></si></sst>';
  const rows = await rowsOf(await workbook(sheet, [{ name: 'xl/sharedStrings.xml', content: texts }]));
  expect(rows).toEqual([{ row: 7, cells: ['', '张三', 'a<b>'] }]);
});

test('what is not an xlsx is refused by its content, whatever it is called', async () => {
  expect(await refusal(Buffer.alloc(0))).toBe('file-empty');
  expect(await refusal(Buffer.from('单位,人员\n'))).toBe('content-mismatch');
  expect(await refusal(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]))).toBe('legacy-or-encrypted');
  expect(await refusal(Buffer.alloc(20 * 1024 * 1024 + 1, 'PK\u0003\u0004'))).toBe('file-too-large');
  expect(await refusal(await zipOf([{ name: 'a.txt', content: 'x' }]))).toBe('content-mismatch');
  expect(await refusal((await workbook(one('1'))).subarray(0, -5))).toBe('archive-malformed');
});

test('macros are refused under any name', async () => {
  const project = { name: 'xl/vbaProject.bin', content: 'x' };
  expect(await refusal(await workbook(one('1'), [project]))).toBe('macros');
  const types = (more: string) => ({ name: '[Content_Types].xml', content: more });
  const enabled = contentTypes('application/vnd.ms-excel.sheet.&#109;acroEnabled.main+xml');
  expect(await refusal(await workbook(one('1'), [types(enabled)]))).toBe('macros');
  const renamed = contentTypes(
    XLSX_MAIN,
    '<Override PartName="/xl/a.bin" ContentType="application/vnd.ms-office.vbaProject"/>',
  );
  expect(await refusal(await workbook(one('1'), [types(renamed)]))).toBe('macros');
  const sheet4 = { name: 'xl/macrosheets/sheet1.xml', content: '<x/>' };
  expect(await refusal(await workbook(one('1'), [sheet4]))).toBe('macros');
  const hidden = { name: '[Content_Types].xml', content: Buffer.from(`\ufeff${enabled}`, 'utf16le') };
  expect(await refusal(await workbook(one('1'), [hidden]))).toBe('archive-malformed');
});

test('links to elsewhere are refused, plain hyperlinks are not', async () => {
  const link = { name: 'xl/externalLinks/externalLink1.xml', content: '<x/>' };
  expect(await refusal(await workbook(one('1'), [link]))).toBe('external-link');
  const rels = (type: string) => ({
    name: 'xl/worksheets/_rels/sheet1.xml.rels',
    content: relations(relation('r1', type, 'http://evil.cn/x', 'TargetMode="External"')),
  });
  expect(await refusal(await workbook(one('1'), [rels('image')]))).toBe('external-link');
  expect(await refusal(await workbook(one('1'), [rels('hyperlink')]))).toBe('ok');
});

test('an archive that unpacks to too much, lies about its sizes or leaves its folder is refused', async () => {
  const bomb = { name: 'xl/media/a.xml', content: Buffer.alloc(8 * 1024 * 1024) };
  expect(await refusal(await workbook(one('1'), [bomb]))).toBe('archive-bomb');
  const lying = await workbook(one('1'.repeat(5000)));
  const entry = lying.lastIndexOf('xl/worksheets/sheet1.xml') - 46;
  lying.writeUInt32LE(10, entry + 24);
  expect(await refusal(lying)).toBe('archive-bomb');
  const parts = Array.from({ length: 2100 }, (_, index) => ({ name: `p${index}`, content: '' }));
  expect(await refusal(await workbook(one('1'), parts))).toBe('too-many-entries');
  const escaping = await workbook(one('1'), [{ name: 'xl/../../etc/cron', content: '' }]);
  expect(await refusal(escaping)).toBe('archive-malformed');
});

test('entities and DTDs are refused', async () => {
  const dtd = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData/></worksheet>';
  const file = await workbook('', [{ name: 'xl/worksheets/sheet1.xml', content: dtd }]);
  expect(await refusal(file)).toBe('archive-malformed');
});

test('too many rows or columns are refused with the limit; empty formatted cells do not count', async () => {
  const wide = await readXlsx(await workbook('<row r="3"><c r="CW3"><v>1</v></c></row>'));
  expect(wide).toEqual({ ok: false, reason: 'too-many-columns', facts: { row: 3, limit: 100 } });
  const rows = Array.from({ length: 5 }, (_, index) => `<row r="${index + 1}"><c><v>1</v></c></row>`).join(
    '',
  );
  const long = await readXlsx(await workbook(rows), { rows: 4, columns: 9 });
  expect(long).toMatchObject({ ok: false, reason: 'too-many-rows' });
  expect(
    await rowsOf(await workbook(`${one('1')}<row r="1048576"><c r="XFD1048576" s="0"/></row>`)),
  ).toHaveLength(1);
});
