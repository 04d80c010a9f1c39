import { expect, test } from './setup/site.ts';
import { expectNoBarriers } from './setup/steps.ts';

test.use({ javaScriptEnabled: false });

const GENUINE = '朋友发来的：https://weibo.com/u/2800000101?refer_flag=1001 快看';
const FALSE = 'https://weibo.com/u/2800000109';

test('公众查账号、辨真伪：真链接、假链接、大字版、360像素、没有脚本', async ({ page, browser, keep }) => {
  await page.goto('/public');
  await expect(page.getByRole('heading', { level: 1, name: '政务新媒体公众查询' })).toBeVisible();
  await expectAccessible(page.url());
  await page.getByLabel('账号名称、主办单位或备案编号').fill('新区发布');
  await page.getByRole('button', { name: '查询' }).click();
  await expect(page.getByText('“新区发布”共查到 2 个账号')).toBeVisible();
  await page.getByRole('link', { name: '兰州新区发布（演示）' }).first().click();
  await expect(page.getByText('官方账号', { exact: true })).toBeVisible();
  await expect(page.getByText('兰州新区管理委员会', { exact: true })).toBeVisible();
  await expect(page.getByRole('img', { name: /二维码/ })).toBeVisible();
  await keep('登记信息');
  await expectAccessible(page.url());

  await page.getByRole('link', { name: '辨真伪' }).click();
  await ask(GENUINE);
  await expect(page.getByRole('heading', { name: '是登记的官方账号' })).toBeVisible();
  await keep('真链接');
  await expectAccessible(page.url());
  await ask(FALSE);
  await expect(page.getByRole('heading', { name: '没有登记为官方账号' })).toBeVisible();
  await keep('假链接');

  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByRole('link', { name: '大字版' }).click();
  for (const path of [
    '',
    '/accounts?large=1',
    '/check?large=1&q=a',
    '/notices?large=1',
    '/data?large=1',
    '/verify?large=1',
  ]) {
    await page.goto(`/public${path}`);
    const { width } = (await page.locator('main').boundingBox()) ?? { width: 0 };
    expect(width, path).toBeLessThanOrEqual(360);
    await expectAccessible(page.url());
  }

  async function ask(text: string) {
    await page.getByLabel('链接或账号名称').fill(text);
    await page.getByRole('button', { name: '辨一辨' }).click();
  }

  /** The page itself runs no script; the examiner needs one, so it looks at the same page in a browser of its own. */
  async function expectAccessible(url: string) {
    const context = await browser.newContext({
      viewport: { width: 360, height: 740 },
      javaScriptEnabled: true,
      bypassCSP: true,
    });
    const other = await context.newPage();
    await other.goto(url);
    await expectNoBarriers(other);
    const wider = await other.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider, url).toBeLessThanOrEqual(0);
    await context.close();
  }
});

test('带签名的证明可以核验，改过的核验不过；开放数据能下载', async ({ page }) => {
  await page.goto('/public/accounts?q=广州政务发布');
  await page.getByRole('link', { name: '广州政务发布（演示）' }).first().click();
  const account = page.url();
  const statement = (await (await page.request.get(`${account}/statement`)).text()).trim();
  expect(statement.split('.')).toHaveLength(3);
  await page.getByRole('link', { name: '核验一份证明' }).click();
  await page.getByLabel('证明全文').fill(statement);
  await page.getByRole('button', { name: '核验' }).click();
  await expect(page.getByRole('heading', { name: '证明有效：确由本系统签发，内容未被改动' })).toBeVisible();
  await page.getByLabel('证明全文').fill(`${statement.slice(0, -6)}AAAAAA`);
  await page.getByRole('button', { name: '核验' }).click();
  await expect(page.getByRole('heading', { name: '证明无效' })).toBeVisible();
  const data = await (await page.request.get('/public/data/accounts.json?jurisdiction=440000')).json();
  expect(data.total).toBe(5);
});
