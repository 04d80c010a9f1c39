import { buffer } from 'node:stream/consumers';
import { intakeColumns } from '../../contracts/intake/words.ts';
import { writeXlsx } from '../../server/documents/xlsx-write.ts';
import { expect, test } from '../setup/site.ts';
import { setClock, signInAs } from '../setup/steps.ts';
import { keep } from './keep.ts';

const TEXT = [
  '关于发放就业补助的通知',
  '张三，身份证号码11010519491231002X，手机号13812345678，请于2026年2月30日前来领取。',
  '各单位要践行青山绿水就是金山银山的理念。全体职工必须转发并点赞本文章，每人不少于10个赞。',
  '抚松县人力资源和社会保障局',
].join('\n');

type Row = Partial<Record<keyof typeof intakeColumns, string>>;

const ROWS: readonly Row[] = Array.from({ length: 24 }, (_, at) => ({
  unit: at === 4 ? '抚松县没有这个局' : '抚松县人力资源和社会保障局',
  platform: at === 7 ? '人人网' : '微博',
  name: `抚松旧号${at + 1}`,
  uid: at === 11 ? 'x' : `90000001${String(at).padStart(2, '0')}`,
  state: '已关停',
  opened: at === 15 ? '2018-02-30' : '2018-03-01',
  ended: at === 18 ? '' : '2020-06-30',
  responsible: '王某某',
}));

test('导入既有账号', async ({ page }) => {
  await signInAs(page, 'fs-zs-admin');
  await setClock(page, '2026-11-20');
  const keys = Object.keys(intakeColumns) as (keyof typeof intakeColumns)[];
  const columns = keys.map((key) => ({ header: intakeColumns[key].header, width: 12 }));
  const rows = ROWS.map((row) => keys.map((key) => row[key] ?? ''));
  await page.goto('/imports');
  await page.locator('input[type=file]').setInputFiles({
    name: '抚松县账号登记表.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await buffer(writeXlsx([{ name: '登记表', columns, rows }])),
  });
  await expect(page.getByText('共 24 行，5 行有问题，19 行可以导入。')).toBeVisible();
  await page.getByRole('heading', { name: '第二步：看预检结果' }).scrollIntoViewIfNeeded();
  await page.mouse.wheel(0, 400);
  await page.waitForTimeout(300);
  await keep(page, 'intake');
});

test('公众查询', async ({ page }) => {
  await page.goto('/public/accounts?q=抚松政数');
  await page.getByRole('link', { name: '抚松政数（演示）' }).first().click();
  await keep(page, 'public-account');
  await page.goto('/public/check');
  await page.getByLabel('链接或账号名称').fill('https://weibo.com/u/2800000501');
  await page.getByRole('button', { name: '辨一辨' }).click();
  await expect(page.getByRole('heading', { name: '是登记的官方账号' })).toBeVisible();
  await keep(page, 'public-check');
});

test('文稿检查', async ({ page }) => {
  await signInAs(page, 'fs-rs-info');
  await setClock(page, '2026-11-20');
  await page.goto('/checks');
  await page.getByLabel('粘贴文字').fill(TEXT);
  await page.getByRole('button', { name: '检查', exact: true }).click();
  await expect(page.getByRole('region', { name: '标出问题的文字' })).toBeVisible();
  await keep(page, 'check');
});

test('词库：先试用再启用', async ({ page }) => {
  await signInAs(page, 'fs-zs-admin');
  await page.goto('/checks/lexicon');
  await page.getByRole('button', { name: '添加词条' }).click();
  await page.getByLabel(/要找的词/).fill('就业补助');
  await page.getByLabel(/出处/).fill('抚松县规范名称目录');
  await page.getByLabel(/正确写法/).fill('就业补助资金');
  await page.getByRole('button', { name: '存为草稿' }).click();
  await page.getByRole('button', { name: '试用：就业补助' }).click();
  await page.getByRole('button', { name: '开始试用' }).click();
  await expect(page.locator('.jz-trial-result')).toContainText(/会标出 \d+ 处/);
  await expect(page.getByRole('button', { name: '开始试用', exact: true })).toBeEnabled();
  await page.waitForTimeout(500);
  await keep(page, 'lexicon');
});
