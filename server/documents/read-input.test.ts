import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';
import { encode } from 'uqr';
import { describe, expect, test } from 'vitest';
import { createChecker } from '../checks/index.ts';
import { joinPassages } from '../checks/inputs/passage.ts';
import { spotOf } from '../checks/inputs/spot.ts';
import { workbook, zipOf } from './hostile.test-data.ts';
import { formToPdf } from './pdf.ts';
import { readInput } from './read-input.ts';
import { RefusedFile } from './refused-file.ts';

async function refusal(name: string, bytes: Buffer): Promise<string> {
  try {
    await readInput(name, bytes);
    return 'read';
  } catch (error) {
    if (error instanceof RefusedFile) return error.reason;
    throw error;
  }
}

/** Codes side by side, four pixels a module. */
function drawn(...texts: string[]): { data: Buffer; width: number; height: number } {
  const codes = texts.map((text) => encode(text, { border: 4 }));
  const side = Math.max(...codes.map(({ size }) => size)) * 4;
  const [width, height] = [side * codes.length, side];
  const data = Buffer.alloc(width * height * 4, 255);
  codes.forEach(({ data: modules }, index) => {
    modules.forEach((row, y) => {
      row.forEach((dark, x) => {
        if (!dark) return;
        for (let dy = 0; dy < 4; dy += 1)
          for (let dx = 0; dx < 4; dx += 1) {
            const at = ((y * 4 + dy) * width + index * side + x * 4 + dx) * 4;
            data.fill(0, at, at + 3);
          }
      });
    });
  });
  return { data, width, height };
}

function png(picture: { data: Buffer; width: number; height: number }): Buffer {
  const image = new PNG({ width: picture.width, height: picture.height });
  image.data = picture.data;
  return PNG.sync.write(image);
}

const targets = async (name: string, bytes: Buffer) =>
  (await readInput(name, bytes)).links.map(({ target }) => target);

describe('pictures', () => {
  test('all codes of a picture are read, and the rest is said to be unseen', async () => {
    const picture = drawn('https://shop.example.com/1', 'https://b.cn');
    const { links, unobserved, passages } = await readInput('码.png', png(picture));
    expect(links.map(({ kind, target }) => [kind, target]).sort()).toEqual([
      ['qr', 'https://b.cn'],
      ['qr', 'https://shop.example.com/1'],
    ]);
    expect([unobserved[0]?.code, passages]).toEqual(['picture', []]);
    expect(await targets('a.jpg', jpeg.encode(drawn('hello'), 90).data)).toEqual(['hello']);
  });

  test('codes within Word, Excel and web pages', async () => {
    const bytes = png(drawn('https://in.cn'));
    const parts = [
      { name: 'word/document.xml', content: '<w:document/>' },
      { name: 'word/media/image1.png', content: bytes as unknown as string },
    ];
    expect(await targets('a.docx', await zipOf(parts))).toEqual(['https://in.cn']);
    const page = `<p><img src="data:image/png;base64,${bytes.toString('base64')}"></p>`;
    expect(await targets('a.html', Buffer.from(page))).toEqual(['https://in.cn']);
  });

  test('broken, enormous and unknown pictures are named, nothing more', async () => {
    const enormous = png(drawn('x'));
    enormous.writeUInt32BE(60_000, 16);
    enormous.writeUInt32BE(60_000, 20);
    for (const bytes of [enormous, png(drawn('x')).subarray(0, 200)]) {
      expect((await readInput('a.png', bytes)).unobserved[0]?.code).toBe('picture-unreadable');
    }
    expect((await readInput('a.gif', Buffer.from('GIF89a\u0001\u0000'))).unobserved[0]?.code).toBe('picture');
  });
});

describe('PDF', () => {
  test('text page by page', async () => {
    const form = {
      title: '政务新媒体登记表',
      subtitle: '',
      columnsMm: [60],
      rows: [],
      notes: ['以人名为中心'],
    };
    const { passages } = await readInput('a.pdf', await formToPdf(form));
    expect(passages[0]?.place).toEqual({ at: 'page', page: 1 });
    expect(joinPassages(passages).text.replace(/\s/g, '')).toContain('以人名为中心');
  });

  test('broken ones are refused, and the next is read all the same', async () => {
    const form = { title: '表', subtitle: '', columnsMm: [60], rows: [], notes: ['好'] };
    const whole = await formToPdf(form);
    expect(await refusal('a.pdf', Buffer.from('%PDF-1.7\nnothing'))).toBe('pdf-broken');
    expect(['pdf-broken', 'read']).toContain(await refusal('a.pdf', whole.subarray(0, whole.length / 2)));
    expect(await refusal('a.pdf', whole)).toBe('read');
  });
});

describe('tables', () => {
  test('cells of a spreadsheet with sheet and cell, macros left out', async () => {
    const bytes = await workbook(
      '<row r="2"><c r="B2" t="inlineStr"><is><t>电话</t></is></c><c r="C2"><v>13800138000</v></c></row>',
      [{ name: 'xl/vbaProject.bin', content: 'x' }],
    );
    const { passages, unobserved } = await readInput('a.xlsm', bytes);
    expect(passages.map(({ text, place }) => [text, place])).toEqual([
      ['电话', { at: 'cell', sheet: '单位', row: 2, column: 2 }],
      ['13800138000', { at: 'cell', sheet: '单位', row: 2, column: 3 }],
    ]);
    expect(unobserved).toEqual([{ code: 'macros' }]);
  });

  test('QJ-17 households in a spreadsheet are seen as a table, told by sheet and cell', async () => {
    const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const row = (n: number, ...texts: string[]) =>
      `<row r="${n}">${texts.map((text, i) => (text === '' ? '' : cell(`${'BCDE'[i]}${n}`, text))).join('')}</row>`;
    const bytes = await workbook(
      row(2, '城乡低保对象公示') +
        row(4, '序号', '姓名', '家庭\n住址', '联系电话') +
        row(5, '一、前进村') +
        row(6, '', '张三', '前进村三组') +
        row(7, '2', '李四', '', '略'),
    );
    const joined = joinPassages((await readInput('a.xlsx', bytes)).passages);
    const [table] = createChecker()
      .check(joined.text)
      .filter(({ kind }) => kind === 'household-table');
    expect(table?.message).toContain('2行');
    expect(spotOf(joined, table?.start ?? 0, table?.end ?? 0)).toMatchObject({ sheet: '单位', cell: 'B4' });
  });

  test.each(['xl/comments1.xml', 'xl/comments/comment1.xml', 'xl/threadedComments/threadedComment1.xml'])(
    'QJ-17 comments on cells are said to be unseen: %s',
    async (name) => {
      const content = '<comments><comment ref="A1"><text><t>电话13812345678</t></text></comment></comments>';
      const bytes = await workbook('<row r="1"><c r="A1"><v>1</v></c></row>', [{ name, content }]);
      const { unobserved } = await readInput('a.xlsx', bytes);
      expect(unobserved).toEqual([{ code: 'comments' }]);
    },
  );

  test('a row that reaches to the last column of a spreadsheet is refused before it is held', async () => {
    const bytes = await workbook('<row r="1"><c r="XFD1"><v>1</v></c></row>');
    expect(await refusal('a.xlsx', bytes)).toBe('too-many-columns');
  });
});

describe('texts', () => {
  test('binary data, other archives and empty files', async () => {
    const garbage = Buffer.from(
      Array.from({ length: 9000 }, (_, i) => (i * 7919 + (i >> 3) * 104729) & 0xff),
    );
    expect(await refusal('a.txt', garbage)).toBe('not-text');
    for (const name of ['通知.docx', '名单.XLSX', '表.xlsm'])
      expect([name, await refusal(name, Buffer.from('not a zip'))]).toEqual([name, 'archive-malformed']);
    expect(await refusal('通知.pdf', Buffer.from('政务公开'))).toBe('pdf-broken');
    expect(await refusal('通知.docx.txt', Buffer.from('政务公开'))).toBe('read');
    expect(await refusal('a.zip', await zipOf([{ name: 'a.txt', content: 'x' }]))).toBe('type-not-allowed');
    expect(await readInput('a.txt', Buffer.alloc(0))).toEqual({ passages: [], links: [], unobserved: [] });
  });

  test('GBK, lone surrogates, NUL', async () => {
    const gbk = await readInput('a.txt', Buffer.from('d5fecef1d0c2c3bdccec', 'hex'));
    expect([gbk.passages[0]?.text, gbk.unobserved[0]?.code]).toEqual(['政务新媒天', 'encoding']);
    const page = Buffer.concat([Buffer.from('<meta charset="gbk"><p>'), Buffer.from('d5fecef1', 'hex')]);
    expect((await readInput('a.html', page)).passages[0]?.text).toContain('政务');
    const odd = await readInput('a.txt', Buffer.from(`${'政'.repeat(30)}\0\ud83d`));
    expect(odd.passages[0]?.text).toContain('\0');
    const utf16 = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from(`${'政'.repeat(30)}\ud83d务`, 'utf16le'),
    ]);
    expect((await readInput('a.txt', utf16)).passages[0]?.text).toBe(`${'政'.repeat(30)}\ufffd务`);
  });
});
