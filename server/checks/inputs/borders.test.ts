import { expect, test } from 'vitest';
import { createChecker } from '../index.ts';
import { createWindows } from './windows.ts';

const checker = createChecker();

/** What is found of a long text window by window, in places of the whole text. */
function inWindows(text: string): string[] {
  const cutter = createWindows();
  const found: string[] = [];
  for (const { text: piece, offset, from, to } of [...cutter.push(text), ...cutter.end()])
    for (const { kind, start, end } of checker.check(piece))
      if (start >= from && start < Math.max(to, 1)) found.push(`${kind} ${start + offset}-${end + offset}`);
  return found;
}

const inWhole = (text: string): string[] =>
  checker.check(text).map(({ kind, start, end }) => `${kind} ${start}-${end}`);

/** Paragraphs as official texts have them: brackets over several lines, numbered lists, an ID number here and there. */
function paragraphs(from: number): string {
  const parts: string[] = [];
  for (let n = from; n < from + 4_000; n += 1) {
    parts.push(`会议听取了第${n}号议题的汇报（见附件${n}，`);
    parts.push('经研究原则同意。有关单位要抓紧办理；');
    parts.push(`${'办理情况及时报告'.repeat(n % 23)}），并在会后印发“纪要。`);
    parts.push('第二段接着引用前文”，另行通知。');
    if (n % 50 === 0) parts.push('一、总体要求。', '二、主要任务。', '四、保障措施。');
    if (n % 97 === 0) parts.push('联系人张三，身份证号11010519491231002X。');
  }
  return parts.join('\n');
}

test.each([0, 1, 2, 3, 5, 8])(
  'brackets and numbers over a border of windows: as in one piece (%i)',
  (shift) => {
    const text = `${'前言。'.repeat(shift * 37)}\n${paragraphs(shift)}`;
    expect(text.length).toBeGreaterThan(262_144);
    expect(inWindows(text)).toEqual(inWhole(text));
  },
);

test('an open bracket is found on either side of a border', () => {
  const line = '全市经济平稳运行，稳中有进。\n';
  const before = line.repeat(Math.floor(262_144 / line.length) - 140);
  const text = `${before}各单位（含下属单位要落实。\n${line.repeat(400)}`;
  expect(inWindows(text)).toEqual(inWhole(text));
  expect(inWindows(text)).toEqual([expect.stringContaining('bracket-unclosed')]);
});
