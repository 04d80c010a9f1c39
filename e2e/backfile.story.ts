import type { Page } from '@playwright/test';
import { expect, test } from './setup/site.ts';
import { choose, expectNoBarriers, fillOpening, setClock, signInAs, submit } from './setup/steps.ts';

/** 兰州新区 issued its measures on 29 July 2020; the thirtieth working day after is 9 September. */
const DAY_30 = '2020-09-09';
const DAY_31 = '2020-09-10';

async function begin(page: Page): Promise<void> {
  await page.goto('/filings/new');
  await choose(page, /账号现状/, '补办备案');
}

async function fill(page: Page, name: string, uid: string): Promise<void> {
  await page.getByRole('button', { name: '开始填写' }).click();
  await expect(page).toHaveURL(/\/filings\/[\w-]+\/[0-9a-f-]{36}$/);
  await page.getByLabel('开设日期').fill('2018-05-01');
  await fillOpening(page, {
    name,
    platform: /快手/,
    reason: '办法公布前已经开设，群众关注较多，继续办好',
    answers: [
      [/^平台账号ID$/, uid],
      [/承担的任务/, '发布信息、政策解读、互动交流'],
      [/责任人/, '办公室主任'],
      [/经费保障/, '列入年度预算'],
    ],
  });
}

test('LZ-36 既有账号补办备案：第30个工作日按期，第31个工作日收件但记为逾期', async ({ page, keep }) => {
  await signInAs(page, 'lz-zcz-info');
  await setClock(page, DAY_30);
  await begin(page);
  await expect(page.getByText('须在 2020年9月9日', { exact: false })).toBeVisible();
  await expectNoBarriers(page);
  await keep('第30个工作日');
  await fill(page, '中川发布', '3x84qugg4ch9zhs');
  await submit(page);
  await expect(page.getByText('按期完成').first()).toBeVisible();
  await keep('按期');

  await signInAs(page, 'lz-bg-info');
  await setClock(page, DAY_31);
  await begin(page);
  await expect(page.getByText('期限 2020年9月9日', { exact: false })).toBeVisible();
  await keep('第31个工作日');
  await fill(page, '新区管委会办公室', '3x84qugg4ch9zht');
  await submit(page);
  await expect(page.getByText('逾期完成').first()).toBeVisible();
  await keep('逾期');
});
