import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createChecker } from '../checker.ts';
import { createConfusionFinder } from './confusion.ts';
import { readWordingModel } from './counted/model.ts';
import type { ScoreModel } from './score-model.ts';

const bytes = readFileSync(new URL('../../../lexicons/wording.bin', import.meta.url));
const find = createConfusionFinder(readWordingModel(bytes), undefined);
const marked = (text: string) =>
  find(text).map(({ start, end, suggestion }) => `${text.slice(start, end)}→${suggestion}`);

test.each([
  ['人民很行、财政部、国家发展改革委按职责分工负责。', '很→银'],
  ['行政机关作出的准予行政徐克决定，应当予以公开。', '徐克→许可'],
  ['当事人应当屡行法定义务。', '屡→履'],
  ['地方各级政府财政部门负责统一管理本低区政府债务。', '低→地'],
  ['县级以上人民政府应当加强安全生产菅理工作。', '菅→管'],
])('文字关 a character taken for another: %s', (text, correction) => {
  expect(marked(text)).toContain(correction);
});

test.each([
  '各级人民政府应当加强对安全生产工作的领导，支持、督促各有关部门依法履行安全生产监督管理职责。',
  '县级以上地方人民政府有关部门按照职责分工，负责本行政区域内的生态环境保护工作。',
  '坚持以人民为中心，推进基本公共服务均等化。',
])('right sentences are left alone: %s', (text) => {
  expect(marked(text)).toEqual([]);
});

const severities = (text: string) =>
  find(text).map(({ start, end, severity }) => `${text.slice(start, end)} ${severity}`);

test('文字关 mistakes come together: in a sentence with one, less is enough to find another', () => {
  expect(severities('县级以上人民政府应当落时责任。')).toEqual([]);
  expect(severities('县级以上人民政府应当加墙安全生产菅理工作，落时责任。')).toEqual([
    '墙 warn',
    '菅 warn',
    '时 warn',
  ]);
});

test('文字关 a mistake is asserted only where the sentence as corrected leaves nothing to doubt', () => {
  expect(severities('当事人应当屡行法定义务。')).toEqual(['屡 warn']);
  expect(severities('当事人应当屡行法定义务，娃娃鱼沙拉配啤洒。')).toEqual(['屡 note']);
  // the next sentence is another matter
  expect(severities('当事人应当屡行法定义务。娃娃鱼沙拉配啤洒。')).toEqual(['屡 warn']);
});

test.each([
  '切记不要使用明火，切记不要使用明火。',
  '全县各族人民团结奋斗。',
  '全市各族人民团结奋斗。',
  '分类推进适宜改厕技术，夜间还需开启示宽灯和尾灯。',
])('no guess takes a word of the dictionary out and puts none in, or one level for another: %s', (text) => {
  expect(marked(text)).toEqual([]);
});

test('spaces, line ends and runs of digits do not shift the places', () => {
  const text = '第12条\n  当事人应当 屡行法定义务。\r\n（三）当事人应当屡行法定义务。';
  expect(find(text).map(({ start, end }) => text.slice(start, end))).toEqual(['屡', '屡']);
});

test('any text gives sorted findings within it, and the same ones each time', () => {
  const sign = fc.constantFrom(...'行政机关应当依法屡行职责，人民很银\n 12ab\u0000\ud800。《》𠀀');
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 200 }), (signs) => {
      const text = signs.join('');
      const found = find(text);
      expect(find(text)).toEqual(found);
      found.forEach(({ start, end }, i) => {
        expect(start).toBeGreaterThanOrEqual(found[i - 1]?.end ?? 0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
      });
    }),
    { numRuns: 100 },
  );
});

const COARSEST_US = 10_000;

test('a text four times as long takes no more than about four times as long', () => {
  const timed = (text: string): number => {
    const times = [0, 1, 2].map(() => {
      const start = process.cpuUsage().user;
      find(text);
      return process.cpuUsage().user - start;
    });
    return Math.min(...times);
  };
  // far from the counts, known to them, and half and half
  for (const piece of [
    '菜狗屡行徐克载物编织低区很行呆监',
    '当事人应当屡行法定义务。',
    '徐克决定予以公开，屡行职责。',
  ]) {
    const text = piece.repeat(1000);
    timed(text);
    // The kernel counts processor time in steps of some milliseconds: less than that is not told apart.
    expect(timed(text.repeat(4)) / Math.max(timed(text), COARSEST_US)).toBeLessThan(12);
  }
});

test('a file that is no model, or a cut one, is an error and not a guess', () => {
  expect(() => readWordingModel(new Uint8Array(100))).toThrow('not a wording model');
  expect(() => readWordingModel(bytes.subarray(0, bytes.length - 5000))).toThrow('no whole section');
});

test('a model is read from shared bytes, and from bytes that begin anywhere', () => {
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  const moved = new Uint8Array(bytes.length + 3).subarray(3);
  moved.set(bytes);
  const text = '县级以上人民政府应当加墙安全生产菅理工作，落时责任。';
  for (const given of [shared, moved])
    expect(createConfusionFinder(readWordingModel(given), undefined)(text)).toEqual(find(text));
  expect(readWordingModel(shared)).toBe(readWordingModel(shared));
});

test('a brought model adds notes where it is sure, and only there', () => {
  const place = (at: number, written: number, probability: number) => ({
    at,
    written,
    candidates: [{ character: '好', probability }],
  });
  const own: ScoreModel = {
    score: (sentence) => (sentence.startsWith('乙') ? [place(1, 0.001, 0.99), place(2, 0.3, 0.6)] : []),
  };
  const found = createConfusionFinder(undefined, own)('甲丙丁。乙号码。');
  expect(found).toMatchObject([{ kind: 'confusion', severity: 'note', start: 5, end: 6, suggestion: '好' }]);
});

test("文字关 names of the text's own units with one character taken for another", () => {
  const unitNames = ['苏州市吴江区人力资源和社会保障局', '苏州市吴江区人力资源局'];
  const checker = createChecker({ wordingModel: bytes, unitNames });
  const names = (text: string) =>
    checker.check(text).filter(({ detector, kind }) => detector === 'wording' && kind === 'unit-name');
  expect(names('由苏州市吴江区人力资原和社会保障局负责解释。')).toMatchObject([
    { text: '苏州市吴江区人力资原和社会保障局', suggestion: unitNames[0], severity: 'warn' },
  ]);
  expect(names('由苏州市吴江区人力资源和社会保障局、苏州市吴江区人力资源局负责。')).toEqual([]);
});
