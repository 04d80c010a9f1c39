import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wordFile } from '../server/documents/hostile.test-data.ts';
import { run } from './main.ts';
import { collecting } from './terminal.test-data.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'check-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function check(args: readonly string[], input: readonly Uint8Array[] = []) {
  const terminal = collecting(input);
  const code = await run(['check', ...args], terminal);
  return { code, out: terminal.output(), err: terminal.errors() };
}

const ID = '11010519491231002X';

/** Twenty faults, one a paragraph: what stands in the text, and the detector that has to mark it. */
const FAULTS: readonly (readonly [text: string, fault: string, detector: string])[] = [
  [`领取人张三，身份证号码${ID}。`, ID, 'privacy'],
  [
    '领取人李四，身份证号码１１０１０５１９４９１２３１００２Ｘ。',
    '１１０１０５１９４９１２３１００２Ｘ',
    'privacy',
  ],
  ['王五，手机号13812345678。', '13812345678', 'privacy'],
  ['赵六的银行卡号6222021234567890128。', '6222021234567890128', 'privacy'],
  ['车主钱七，车牌号甘A12345。', '甘A12345', 'privacy'],
  ['护照号码E12345678，持有人孙八。', 'E12345678', 'privacy'],
  ['个人邮箱zhangsan@163.com。', 'zhangsan@163.com', 'privacy'],
  ['机密★五年', '机密★五年', 'secrecy'],
  ['秘密☆长期', '秘密☆长期', 'secrecy'],
  ['内部资料　注意保存', '内部资料', 'secrecy'],
  ['会议于2026年2月30日召开。', '2026年2月30日', 'wording'],
  ['会议于2026年11月23日（星期五）召开。', '星期五', 'wording'],
  ['按照“三会一课制度开展学习。', '“', 'wording'],
  ['本次活动迫不急待地开始了。', '迫不急待', 'wording'],
  ['各部门要再接再励，完成任务。', '再接再励', 'wording'],
  ['全市共有有关单位位参加，，请准时到场。', '，，', 'wording'],
  ['要求全体干部职工必须转发并点赞本文章，每人不少于10个赞。', '点赞', 'pressure'],
  ['转发本文并集满30个赞，即可领取奖品。', '集满', 'pressure'],
  ['全国第一品牌，扫码购买立减100元，联系电话0931-8888888。', '购买', 'advertising'],
  ['详情见 https://item.taobao.com/item.htm?id=1 。', 'taobao', 'advertising'],
];

function paragraphs(texts: readonly string[]): string {
  const runs = (text: string) =>
    (text.match(/.{1,7}/gsu) ?? []).map((part) => `<w:r><w:t>${part}</w:t></w:r>`).join('');
  return texts.map((text) => `<w:p>${runs(text)}</w:p>`).join('');
}

async function faultyDocument(): Promise<string> {
  const body = paragraphs(FAULTS.map(([text]) => text));
  const content = `<w:document><w:body>${body}</w:body></w:document>`;
  return file('通知.docx', await wordFile([{ name: 'word/document.xml', content }]));
}

interface Found {
  detector: string;
  severity: string;
  text: string;
  message: string;
  start: number;
  end: number;
  place: { at: string; paragraph?: number; run?: number; start: number; line?: number; column?: number };
}

describe('a Word file with twenty planted faults', () => {
  test('every fault is marked in its paragraph and run, in Chinese', async () => {
    const { code, out } = await check([await faultyDocument(), '--json']);
    expect(code).toBe(1);
    const { findings } = JSON.parse(out) as { findings: Found[] };
    const missing = FAULTS.filter(
      ([, fault, detector], index) =>
        !findings.some(
          (found) =>
            found.detector === detector &&
            found.place.paragraph === index + 1 &&
            (found.text.includes(fault) || fault.includes(found.text)),
        ),
    );
    expect(missing).toEqual([]);
    for (const { message } of findings) expect(message).toMatch(/[\u4e00-\u9fff]/);
    const id = findings.find(({ text }) => text === ID);
    expect(id?.place).toMatchObject({ at: 'paragraph', paragraph: 1, run: 2, start: 11 });
  });

  test('for people: a line each, and a count at the end', async () => {
    const { out, err } = await check([await faultyDocument()]);
    expect(out).toContain('通知.docx:第 1 段第 12 字  不得发布  个人信息');
    expect(err).toMatch(/共检查 1 个文件，标出 \d+ 处，其中“不得发布”\d+ 处。/);
  });
});

describe('what is shown with a finding', () => {
  test('a short piece stands among its neighbours, one of a page always; a long one alone', async () => {
    const shown = async (name: string, text: string) => (await check([file(name, text)])).out;
    expect(await shown('短.txt', '各地要加强领导，环镜整治。')).toContain('“领导，【环镜】整治。”');
    expect(await shown('首.txt', '环镜\n整治')).toContain('“【环镜】 整治”');
    expect(await shown('长.txt', `号码${ID}。`)).toContain(`“${ID}”`);
    const page = await shown('页.html', `<p>前</p>\n<p>号码${ID}。</p>`);
    expect(page).toContain(`页.html:源码第 2 行第 6 字`);
    expect(page).toContain(`号码【${ID}】。`);
  });
});

describe('exit codes', () => {
  test('0 where nothing stops publication, 1 where something does, 2 for wrong usage', async () => {
    expect((await check([file('好.txt', '今天天气很好。')])).code).toBe(0);
    expect((await check([file('坏.txt', `身份证号码${ID}`)])).code).toBe(1);
    for (const args of [['没有.txt'], [folder], ['-', '-'], ['--nonsense']]) {
      const { code, err } = await check(args);
      expect([args, code, /[\u4e00-\u9fff]/.test(err)]).toEqual([args, 2, true]);
    }
  });
});

describe('one line of JSON a file', () => {
  test('several files and standard input', async () => {
    const args = [file('一.txt', `甲${ID}`), '-', file('二.txt', '乙'), '--json'];
    const { out, code } = await check(args, [Buffer.from('身份'), Buffer.from(`证${ID}`)]);
    expect(code).toBe(1);
    const lines = out.split('\n').map((line) => JSON.parse(line) as { file: string; findings: Found[] });
    expect(lines.map(({ file: name, findings }) => [name.split('/').at(-1), findings.length])).toEqual([
      ['一.txt', 1],
      ['-', 1],
      ['二.txt', 0],
    ]);
    expect(lines[1]?.findings[0]).toMatchObject({ start: 3, end: 21, place: { line: 1, column: 4 } });
  });

  test('what cannot be read is said on its line, and the next file is checked', async () => {
    const encrypted = file(
      '密.docx',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
    );
    const { out, code } = await check([encrypted, file('好.txt', '好'), '--json']);
    const [first, second] = out.split('\n').map((line) => JSON.parse(line));
    expect(code).toBe(1);
    expect(first).toMatchObject({ findings: [], error: { code: 'legacy-or-encrypted' } });
    expect(second.findings).toEqual([]);
    const { err } = await check([encrypted]);
    expect(err).toContain('设有密码');
  });
});

describe('long and hostile input', () => {
  test('offsets, lines and columns count through the whole file, across windows', async () => {
    const filler = `${'a line without any fault '.repeat(4)}\n`;
    const before = filler.repeat(12_000);
    const { out } = await check([file('长.txt', `${before}号码${ID}\n${before}`), '--json']);
    const findings = (JSON.parse(out).findings as Found[]).filter(({ text }) => text === ID);
    expect(findings).toMatchObject([
      { start: before.length + 2, place: { line: 12_001, column: 3, start: before.length + 2 } },
    ]);
  });

  test('a line of twenty million characters is cut with an overlap: nothing is missed, nothing is told twice', async () => {
    const filler = `，${'x'.repeat(99_978)}号码 `;
    const pieces = Array.from({ length: 200 }, () => Buffer.from(`${filler}${ID}`));
    const { out } = await check(['-', '--json'], pieces);
    const starts = (JSON.parse(out).findings as Found[])
      .filter(({ text }) => text === ID)
      .map(({ start }) => start);
    expect(starts).toEqual(Array.from({ length: 200 }, (_, index) => index * 100_000 + 99_982));
  }, 60_000);

  test('binary data, NUL, halves of characters, a page of a million nested tags', async () => {
    const garbage = Uint8Array.from({ length: 100_000 }, (_, i) => (i * 7919 + (i >> 3) * 104_729) & 0xff);
    expect((await check([file('乱.bin', garbage)])).err).toContain('不是文字文件');
    const odd = Buffer.concat([
      Buffer.from(`${'政务公开。'.repeat(30)}甲\0乙`),
      Buffer.from([0xed, 0xa0, 0xbd]),
      Buffer.from(`号码${ID}`),
    ]);
    expect((await check([file('怪.txt', odd)])).out).toContain(ID);
    const deep = `${'<div>'.repeat(1_000_000)}号码<b>${ID}</b>${'</div>'.repeat(1_000_000)}`;
    const { out } = await check([file('深.html', deep), '--json']);
    const found = (JSON.parse(out).findings as Found[]).find(({ text }) => text === ID);
    expect(deep.slice(found?.place.start)).toMatch(new RegExp(`^${ID}`));
  }, 60_000);

  test('a long table keeps its rows', async () => {
    const row = 'abc,defghi\n';
    const { out } = await check([file('表.csv', `${row.repeat(80_000)}李四,"号码${ID}"\n`), '--json']);
    const found = (JSON.parse(out).findings as Found[]).find(({ text }) => text === ID);
    expect(found?.place).toMatchObject({ at: 'cell', cell: 'B80001' });
  });
});
