import { buffer } from 'node:stream/consumers';
import type { Page } from '@playwright/test';
import { sampleDirectory } from '../scripts/sample-directory.ts';
import { writeXlsx } from '../server/documents/xlsx-write.ts';
import { expect, test } from './setup/site.ts';
import { expectNoBarriers, signInAs } from './setup/steps.ts';

const SIZE = { units: 40, people: 120, seed: 1 };
const TOP = '抚松县人民政府';
const NEW = '样例县教育局';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function choose(page: Page, name: string, sample: ReturnType<typeof sampleDirectory>): Promise<void> {
  const workbook = await buffer(writeXlsx(sample.sheets));
  await page.getByLabel('导入文件').setInputFiles({ name, mimeType: XLSX, buffer: workbook });
}

test('批量导入：预检指出每一处有意写错的行，不改动任何内容；改正后导入，单位树上看得到', async ({
  page,
  keep,
}) => {
  const bad = sampleDirectory({ ...SIZE, mistakes: true });
  await signInAs(page, 'fs-zs-admin');
  await page.goto('/directory/import');
  await expectNoBarriers(page);
  await choose(page, '有误.xlsx', bad);
  const found = page.getByRole('table', { name: '问题列表' });
  await expect(found).toBeVisible();
  const rows = await found.locator('tbody tr[data-row-key]').all();
  const named = await Promise.all(
    rows.map(async (row) => (await row.locator('td').allInnerTexts()).slice(0, 2).join(' ')),
  );
  const planted = bad.planted.map(({ sheet, row }) => `${sheet} ${row}`);
  expect([...new Set(named)].sort()).toEqual([...new Set(planted)].sort());
  await expect(page.getByRole('button', { name: '导入', exact: true })).toHaveCount(0);
  await expectNoBarriers(page);
  await keep('预检指出的问题');
  await page.goto('/directory');
  await page.getByLabel('查找单位').fill(NEW);
  await expect(page.getByText('没有找到单位')).toBeVisible();

  await page.goto('/directory/import');
  await choose(page, '改正.xlsx', sampleDirectory({ ...SIZE, mistakes: false }));
  await expect(page.getByText('没有发现问题，可以导入。')).toBeVisible();
  await keep('可以导入');
  await page.getByRole('button', { name: '导入', exact: true }).click();
  await expect(page.getByText('已导入 40 个单位、120 名人员。')).toBeVisible();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载名单' }).click();
  const list = await buffer(await (await saved).createReadStream());
  expect(list.toString('utf8').trim().split('\n')).toHaveLength(121);
  await expectNoBarriers(page);
  await keep('导入完成');

  await page.getByRole('link', { name: '查看单位' }).click();
  const tree = page.getByRole('navigation', { name: '单位树' });
  await tree.getByRole('link', { name: TOP }).click();
  await expect(tree.getByRole('link', { name: NEW, exact: true })).toBeVisible();
  await tree.getByRole('link', { name: NEW, exact: true }).click();
  await expect(page.getByRole('heading', { level: 2, name: NEW, exact: true })).toBeVisible();
  await expectNoBarriers(page);
  await keep('导入之后的单位树');
});
