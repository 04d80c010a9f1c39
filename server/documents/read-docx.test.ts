import { describe, expect, test } from 'vitest';
import { spotSentence } from '../../contracts/checks/words-inputs.ts';
import { joinPassages } from '../checks/inputs/passage.ts';
import { spotOf } from '../checks/inputs/spot.ts';
import { contentTypes, relation, relations, wordFile, zipOf } from './hostile.test-data.ts';
import { readDocx } from './read-docx.ts';
import { readInput } from './read-input.ts';
import { RefusedFile } from './refused-file.ts';

const document = (body: string) => ({
  name: 'word/document.xml',
  content: `<w:document><w:body>${body}</w:body></w:document>`,
});
const p = (...runs: string[]) => `<w:p>${runs.map((run) => `<w:r><w:t>${run}</w:t></w:r>`).join('')}</w:p>`;
const docx = (body: string, ...more: { name: string; content: string }[]) =>
  wordFile([document(body), ...more]);

async function refusal(name: string, bytes: Buffer): Promise<string> {
  try {
    await readInput(name, bytes);
    return 'read';
  } catch (error) {
    if (error instanceof RefusedFile) return error.reason;
    throw error;
  }
}

describe('a Word file is read as people see it', () => {
  test('paragraphs and runs are kept, also empty ones before', async () => {
    const { passages } = await readDocx(await docx(`${p()}${p('以人', '名为', '中心')}`));
    const joined = joinPassages(passages);
    expect(joined.text).toBe('以人名为中心');
    expect(spotOf(joined, 2, 4)).toEqual({
      at: 'paragraph',
      part: 'body',
      paragraph: 2,
      run: 2,
      start: 2,
      end: 4,
    });
  });

  test('a cell of a table is told by table, row and column: merged cells, a table within a cell', async () => {
    const cell = (inside: string, span = '') =>
      `<w:tc><w:tcPr>${span && `<w:gridSpan w:val="${span}"/>`}</w:tcPr>${inside}</w:tc>`;
    const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
    const table = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;
    const inner = table(row(cell(p('内'))));
    const { passages } = await readDocx(
      await docx(
        `${p('前')}${table(row(cell(p('甲'), '2'), cell(p('乙'))), row(cell(p('丙')), cell(p('丁')), cell(inner + p('戊'))))}` +
          `${p('后')}${table(row(cell(p('己'))))}`,
      ),
    );
    const joined = joinPassages(passages);
    const placeOf = (sign: string) => {
      const at = joined.text.indexOf(sign);
      return spotSentence(spotOf(joined, at, at + 1));
    };
    expect([...'前甲乙丙丁内戊后己'].map(placeOf)).toEqual([
      '第 1 段第 1 字',
      '表1第1行第1列第 1 字',
      '表1第1行第3列第 1 字',
      '表1第2行第1列第 1 字',
      '表1第2行第2列第 1 字',
      '表2第1行第1列第 1 字',
      '表1第2行第3列第 1 字',
      '第 8 段第 1 字',
      '表3第1行第1列第 1 字',
    ]);
  });

  test.each(['-5', '1.5', '1e999', '99999999999999999999', 'x', '0'])(
    'a cell that claims to be %s columns wide is one',
    async (span) => {
      const cells = `<w:tc><w:tcPr><w:gridSpan w:val="${span}"/></w:tcPr>${p('甲')}</w:tc><w:tc>${p('乙')}</w:tc>`;
      const { passages } = await readDocx(await docx(`<w:tbl><w:tr>${cells}</w:tr></w:tbl>`));
      const joined = joinPassages(passages);
      const at = joined.text.indexOf('乙');
      expect(spotSentence(spotOf(joined, at, at + 1))).toBe('表1第1行第2列第 1 字');
    },
  );

  test('tabs, breaks, references, links, tables, text boxes once, notes, headers; deleted text not', async () => {
    const box = `<w:txbxContent>${p('框')}</w:txbxContent>`;
    const { passages, links, unobserved } = await readDocx(
      await docx(
        `<w:p><w:r><w:t>甲&lt;</w:t><w:tab/><w:t>乙</w:t><w:br/></w:r><w:del><w:r><w:t>删</w:t></w:r></w:del>` +
          `<w:hyperlink r:id="h1"><w:r><w:t>链</w:t></w:r></w:hyperlink></w:p>` +
          `<w:tbl><w:tr><w:tc>${p('一')}</w:tc><w:tc>${p('二')}</w:tc></w:tr><w:tr><w:tc>${p('三')}</w:tc></w:tr></w:tbl>` +
          `<w:p><w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent><w:t>主</w:t></w:r></w:p>`,
        {
          name: 'word/_rels/document.xml.rels',
          content: relations(relation('h1', 'hyperlink', 'http://shop.cn', 'TargetMode="External"')),
        },
        { name: 'word/header1.xml', content: `<w:hdr>${p('眉')}</w:hdr>` },
        {
          name: 'word/footnotes.xml',
          content: `<w:footnotes><w:footnote>${p('注')}</w:footnote></w:footnotes>`,
        },
        { name: 'word/comments.xml', content: `<w:comments>${p('批注')}</w:comments>` },
      ),
    );
    const { text } = joinPassages(passages);
    expect(text).toBe('甲<\t乙\n链\n一\t二\n三\n框\n主\n注\n眉');
    expect(links.map(({ target, start, end }) => [target, text.slice(start, end)])).toEqual([
      ['http://shop.cn', '链'],
    ]);
    expect(unobserved.map(({ code }) => code)).toEqual(['comments', 'revisions']);
  });
});

describe('files that mean harm', () => {
  test('macros are not run but named, and the text is read', async () => {
    const { passages, unobserved } = await readDocx(
      await docx(p('正文'), { name: 'word/vbaProject.bin', content: 'x' }),
    );
    expect([passages[0]?.text, unobserved]).toEqual(['正文', [{ code: 'macros' }]]);
  });

  test('encrypted files and old formats are compound files', async () => {
    const bytes = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096)]);
    expect(await refusal('a.docx', bytes)).toBe('legacy-or-encrypted');
    expect(await refusal('a.doc', bytes)).toBe('legacy-or-encrypted');
  });

  test('a bomb, a cut-off file, an archive of something else, entities of a DTD', async () => {
    const bomb = await docx(p('x'.repeat(60_000_000)));
    expect(bomb.length).toBeLessThan(200_000);
    expect(await refusal('a.docx', bomb)).toBe('archive-bomb');
    expect(await refusal('a.docx', bomb.subarray(0, 1000))).toBe('archive-malformed');
    expect(
      await refusal('a.docx', await zipOf([{ name: '[Content_Types].xml', content: contentTypes('x') }])),
    ).toBe('type-not-allowed');
    const entities = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>';
    expect(await refusal('a.docx', await wordFile([{ name: 'word/document.xml', content: entities }]))).toBe(
      'archive-malformed',
    );
  });

  test('a million nested paragraphs', async () => {
    const deep =
      Array.from({ length: 300_000 }, (_, i) => `<w:p id="${(i * 7919) % 99991}">`).join('') +
      p('底') +
      '</w:p>'.repeat(300_000);
    const { passages } = await readDocx(await docx(deep));
    expect(passages.map(({ text }) => text)).toEqual(['底']);
  });
});
