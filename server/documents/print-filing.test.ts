import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FormCell } from '../policy/index.ts';
import { automaticLayout, placeCells } from './form-layout.ts';
import { printFiling } from './print-filing.ts';
import { type PrintForm, printable } from './print-form.ts';
import { fusongFiling, fusongForm } from './sample.test-data.ts';

const blank = { values: {}, reasons: [], opinions: [], attachments: [] };

function cellsOf(form: PrintForm) {
  return form.rows.flatMap((row) => row.cells);
}

function opinions(form: PrintForm) {
  return cellsOf(form).filter((cell) => cell.kind === 'opinion');
}

function checks(form: PrintForm) {
  return cellsOf(form).flatMap((cell) => (cell.kind === 'checks' ? cell.lines.flat() : []));
}

test('FS-A2a the approval form shows the filed values in the places of the paper form', () => {
  const form = printFiling(fusongForm, fusongFiling);
  expect(form.title).toBe('政务新媒体开设、变更、注销审批表');
  expect(form.subtitle).toContain('抚备〔2026〕12号');
  const texts = cellsOf(form).map((cell) => (cell.kind === 'value' ? cell.text : ''));
  expect(texts).toContain('2206210012');
  expect(texts).toContain('2026年9月29日');
  expect(cellsOf(form).find((cell) => cell.kind === 'label' && cell.text === '基本信息')).toMatchObject({
    vertical: true,
    rowspan: 5,
  });
});

test('FS-A2a only the kind that was filed is ticked, and reasons of other kinds stay open', () => {
  const filed = {
    ...fusongFiling,
    kind: 'cancel' as const,
    reasons: [{ id: 'merged' }, { id: 'other', text: '机构改革' }],
  };
  const items = checks(printFiling(fusongForm, filed));
  expect(items.filter(({ checked }) => checked).map(({ label }) => label)).toEqual([
    '已同时提交政务新媒体主办责任的相关保障制度',
    '注销',
    '主办单位撤销合并',
    '其他',
  ]);
  expect(items.filter(({ label }) => label === '其他').map(({ written }) => written)).toEqual([
    '',
    '机构改革',
  ]);
});

test('FS-A2b an opinion not yet given keeps places for signature, seal and date', () => {
  const [host, county, city] = opinions(printFiling(fusongForm, fusongFiling));
  expect(city).toMatchObject({ text: [], foot: ['单位（盖公章）', '年　　月　　日'] });
  expect(host?.foot).toEqual([
    '负责人（签字）：李建国',
    '抚松县人力资源和社会保障局（已盖章）',
    '2026年9月29日',
  ]);
  expect(county?.text).toEqual(['同意。', '办理人：王𬭎（备案管理员）']);
  expect(county?.foot[0]?.trim()).toBe('负责人（签字）：');
  expect(county?.foot[1]).toBe('抚松县政务服务和数字化建设管理局（盖公章）');
});

test('who decided is named even where the form has no place to sign', () => {
  const signed = { ...fusongFiling.opinions[0]!, step: 'city-file' };
  const [, , city] = opinions(printFiling(fusongForm, { ...blank, opinions: [signed] }));
  expect(city?.text).toEqual(['同意开设，请按程序报批。', '办理人：李建国（主要领导）']);
});

test('a refusal reads as one whatever its text', () => {
  const base = fusongFiling.opinions[0]!;
  const given = (text: string) =>
    opinions(printFiling(fusongForm, { ...blank, opinions: [{ ...base, decision: 'refuse', text }] }))[0]
      ?.text[0];
  expect(given('')).toBe('不同意。');
  expect(given('材料不齐。')).toBe('不同意，材料不齐。');
  expect(given('经研究，不同意开设。')).toBe('经研究，不同意开设。');
});

test('a blank form prints with nothing ticked and nothing filled', () => {
  const form = printFiling(fusongForm, blank);
  expect(checks(form).some(({ checked }) => checked)).toBe(false);
  expect(cellsOf(form).every((cell) => cell.kind !== 'value' || /^(开设理由：)?$/.test(cell.text))).toBe(
    true,
  );
});

test('a form without a layout prints every field, reason, attachment and opinion', () => {
  const { layout: _, ...bare } = fusongForm;
  const form = printFiling(bare, fusongFiling);
  const labels = cellsOf(form).map((cell) => (cell.kind === 'label' ? cell.text : ''));
  for (const field of bare.sections[0]!.fields) expect(labels).toContain(field.label);
  for (const opinion of bare.opinions) expect(labels).toContain(opinion.title);
  expect(checks(form).map(({ label }) => label)).toContain('无力维护');
  expect(automaticLayout(bare).columns.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(180);
});

test('any layout fills the grid exactly: every square belongs to one cell', () => {
  const cell = fc.record({
    label: fc.constant('x'),
    colspan: fc.integer({ min: 1, max: 24 }),
    rowspan: fc.integer({ min: 1, max: 60 }),
  });
  const rows = fc.array(fc.array(cell as fc.Arbitrary<FormCell>, { minLength: 1, maxLength: 6 }), {
    minLength: 1,
    maxLength: 9,
  });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), rows, (width, given) => {
      const covered = given.map(() => new Array<number>(width).fill(0));
      placeCells({ columns: new Array<number>(width).fill(20), rows: given }).forEach((placed, row) => {
        for (const { column, colspan, rowspan } of placed) {
          for (let r = row; r < row + rowspan; r += 1) {
            for (let c = column; c < column + colspan; c += 1) covered[r]![c]! += 1;
          }
        }
      });
      return covered.flat().every((count) => count === 1);
    }),
  );
});

test('nothing invisible or turning reaches the paper', () => {
  expect(printable('a\u0000b\u202ec\ud800d\r\ne\u200b\ufffe')).toBe('abcd\ne');
  expect(printable('王𬭎')).toBe('王𬭎');
});
