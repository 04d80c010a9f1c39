import { expect, test } from 'vitest';
import { formToDocx } from './docx.ts';
import { printFiling } from './print-filing.ts';
import { fusongFiling, fusongForm } from './sample.test-data.ts';
import { scanXml } from './scan-xml.ts';
import { sniffFile } from './sniff.ts';
import { openArchive } from './zip-archive.ts';

async function partsOf(file: Buffer) {
  const archive = openArchive(file);
  const text = async (name: string) => (await archive.read(name)).toString('utf8');
  return {
    document: await text('word/document.xml'),
    fonts: await text('word/fontTable.xml'),
    text,
    archive,
  };
}

const twips = (mm: number) => Math.round((mm / 25.4) * 1440);

test('the Word form opens again with exact columns, borders and the fonts of official papers', async () => {
  const { document, fonts, archive } = await partsOf(await formToDocx(printFiling(fusongForm, fusongFiling)));
  const columns = [...document.matchAll(/<w:gridCol w:w="(\d+)"/g)].map((match) => Number(match[1]));
  expect(columns).toEqual(fusongForm.layout?.columns.map(twips));
  expect(document).toContain('<w:tblLayout w:type="fixed"/>');
  expect(document).toContain('w:eastAsia="方正小标宋简体"');
  expect(document).toContain('w:eastAsia="仿宋_GB2312"');
  expect(document).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
  expect(fonts).toMatch(/方正小标宋简体"><w:altName w:val="[^"]*宋体/);
  for (const name of archive.names.filter((part) => part.endsWith('.xml') || part.endsWith('.rels'))) {
    await scanXml((await archive.read(name)).toString('utf8'), { open() {}, close() {}, text() {} });
  }
});

test('FS-A2b blanks stay in Word where seal and signature go, filled values are there', async () => {
  const { document } = await partsOf(await formToDocx(printFiling(fusongForm, fusongFiling)));
  for (const text of ['单位（盖公章）', '年　　月　　日', '☑', '□', '抚松人社', '王𬭎', '李建国'])
    expect(document).toContain(text);
  expect(document).toContain('w:vMerge w:val="restart"');
  expect(document).toContain('w:gridSpan w:val="3"');
});

test('texts cannot break out of the document', async () => {
  const values = { ...fusongFiling.values, 'account-name': '</w:t></w:r><w:evil/>&amp;\u0000\u000b"' };
  const file = await formToDocx(printFiling(fusongForm, { ...fusongFiling, values }));
  const { document } = await partsOf(file);
  expect(document).not.toContain('<w:evil');
  expect(document).toContain('&lt;w:evil/&gt;');
  expect(await sniffFile('审批表.docx', file)).toMatchObject({ ok: true, type: 'docx' });
});

test('later pages repeat the title; the file names neither program nor clock', async () => {
  const { text, document } = await partsOf(await formToDocx(printFiling(fusongForm, fusongFiling)));
  expect(`${await text('word/header1.xml')}${await text('word/header2.xml')}`).toContain('审批表（续）');
  expect(document).toContain('<w:titlePg/>');
  expect(await text('docProps/core.xml')).not.toMatch(/created|Un-named/);
});
