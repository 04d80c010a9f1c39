import { afterAll, beforeAll, expect, test } from 'vitest';
import { readXlsx } from '../../documents/xlsx-read.ts';
import { must } from '../../kernel/testing-outcome.ts';
import { exportEntrySheet, readEntrySheet } from './export-entry-sheet.ts';
import { createWorld, type World } from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld('2026-09-29');
});
afterAll(() => world.kernel.drop());

const FIELDS = [
  '开设主体',
  '账号名称',
  '主管单位',
  '账号类型',
  '单位标识码',
  '账号功能',
  '主页URL',
  '下载URL',
  '申请时间',
  '微信biz/oid/账号ID',
  '联系人',
];

test('FS-11 FS-A2a the sheet for the national system has exactly its eleven fields, filled from the record', async () => {
  const clerk = await world.actor('fs-jy', '经办人');
  const draft = await world.draft(
    'fs-jy',
    {
      'account.platform': 'weibo',
      'account.name': '抚松教育',
      'account.subject': 'unit',
      'account.certification': '抚松县教育局',
      'account.tied-to-duty': true,
      'opening.reason': '=cmd|要让家长看到入学通知',
      functions: '=1+1 发布教育信息',
      contact: '信息员',
    },
    ['duty-rules'],
  );
  const submitted = must(await world.submit(clerk, draft));
  const [entry] = submitted.entries;
  const key = { jurisdiction: draft.jurisdiction, id: draft.id, entryId: String(entry?.id) };
  const { lines } = await world.ask(clerk, (ctx) => readEntrySheet(ctx, key));
  expect(lines.map(({ label }) => label)).toEqual(FIELDS);
  const value = (label: string) => lines.find((line) => line.label === label)?.value;
  expect(value('账号名称')).toBe('抚松教育');
  expect(value('账号类型')).toBe('微博');
  expect(value('申请时间')).toBe('2026-09-29');
  const file = await world.ask(clerk, (ctx) => exportEntrySheet(ctx, key));
  const read = await readXlsx(file.content as Buffer);
  const rows = read.ok ? (read.sheets[0]?.rows ?? []) : [];
  expect(rows).toHaveLength(12);
  expect(rows.find(({ cells }) => cells[0] === '账号功能')?.cells[1]).toBe('=1+1 发布教育信息');
  await expect(
    world.ask(clerk, (ctx) => readEntrySheet(ctx, { ...key, entryId: draft.id })),
  ).rejects.toMatchObject({ kind: 'not-found' });
});
