import { expect, test } from 'vitest';
import { reportToPdf } from './report.ts';

const report = (rows: number) => ({
  title: '一户一档',
  subtitle: '某局发布 · 微信公众号',
  sections: [
    {
      title: '账号',
      facts: [{ label: '名称', value: '#set page(width: 1cm)\n第二行' }],
      columns: [],
      rows: [],
    },
    {
      title: '目录',
      note: '摘要码为 SHA-256。',
      facts: [],
      columns: ['文件', '摘要码'],
      rows: Array.from({ length: rows }, (_, n) => [`材料/${n}.pdf`, 'a'.repeat(64)]),
    },
  ],
});

test('a report is a PDF/A with numbered pages, and the same report gives the same bytes', async () => {
  const [once, again] = [await reportToPdf(report(3)), await reportToPdf(report(3))];
  expect(once.subarray(0, 5).toString()).toBe('%PDF-');
  expect(once.includes('pdfaid')).toBe(true);
  expect(again.equals(once)).toBe(true);
});

test('a long list goes on over pages', async () => {
  const long = await reportToPdf(report(1_000));
  expect(long.length).toBeGreaterThan((await reportToPdf(report(3))).length);
});
