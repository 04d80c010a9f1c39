import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { fitToPage, formToPdf } from './pdf.ts';
import { printFiling } from './print-filing.ts';
import { fusongFiling, fusongForm } from './sample.test-data.ts';

const pages = (pdf: Buffer) => [...pdf.toString('latin1').matchAll(/\/Type \/Page\b(?!s)/g)].length;

/** Every character the embedded fonts say they show, from their ToUnicode tables. */
function characters(pdf: Buffer): Set<string> {
  const found = new Set<string>();
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 7)) {
    let text = '';
    try {
      text = inflateSync(pdf.subarray(at + 7)).toString('latin1');
    } catch {
      continue;
    }
    for (const [, hex = ''] of text.matchAll(/^<[0-9A-Fa-f]+> <([0-9A-Fa-f]+)>/gm)) {
      for (const char of Buffer.from(hex, 'hex').swap16().toString('utf16le')) found.add(char);
    }
  }
  return found;
}

test('the filled form of 抚松县 fits one A4 page with all fonts embedded, as PDF/A', async () => {
  const pdf = await formToPdf(printFiling(fusongForm, fusongFiling));
  const text = pdf.toString('latin1');
  expect(text.startsWith('%PDF-1.7')).toBe(true);
  expect(pages(pdf)).toBe(1);
  expect(text).toMatch(/\/MediaBox \[0 0 595\.\d+ 841\.\d+\]/);
  const descriptors = [...text.matchAll(/\/Type \/FontDescriptor[\s\S]*?endobj/g)].map(([part]) => part);
  expect(descriptors.length).toBeGreaterThan(0);
  for (const part of descriptors) expect(part).toContain('/FontFile2');
  expect(text).toMatch(/pdfaid/);
});

test('the text of the PDF can be searched, box marks and rare names included', async () => {
  const shown = characters(await formToPdf(printFiling(fusongForm, fusongFiling)));
  for (const char of '政务新媒体审批表□✓王𬭎「」'.replace(/[「」]/g, '')) expect(shown, char).toContain(char);
});

test('the same form gives the same bytes, another form others', async () => {
  const form = printFiling(fusongForm, fusongFiling);
  expect((await formToPdf(form)).equals(await formToPdf(form))).toBe(true);
  expect((await formToPdf({ ...form, title: '备案登记表' })).equals(await formToPdf(form))).toBe(false);
});

test('texts are data: markup and code in them are printed, not run', async () => {
  const values = { ...fusongFiling.values, 'account-name': '#panic("x") $a$ *b* #include "/etc/passwd"' };
  const pdf = await formToPdf(printFiling(fusongForm, { ...fusongFiling, values }));
  for (const char of '#$*') expect(characters(pdf), char).toContain(char);
});

test('long values run on over pages instead of over the edge', async () => {
  const values = {
    ...fusongFiling.values,
    functions: '信息发布、'.repeat(300),
    url: `https://a.cn/${'x'.repeat(900)}`,
  };
  const form = printFiling(fusongForm, { ...fusongFiling, values });
  expect(pages(await formToPdf(form))).toBeGreaterThan(2);
  expect(fitToPage(form)).toBe(form);
});

test('a character that no font has leaves a gap, not a failure', async () => {
  const values = { ...fusongFiling.values, 'account-name': '抚松发布😀𠀀' };
  expect(pages(await formToPdf(printFiling(fusongForm, { ...fusongFiling, values })))).toBe(1);
});
