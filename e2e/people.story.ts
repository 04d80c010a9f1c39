import type { Page } from '@playwright/test';
import { expect, test } from './setup/site.ts';
import { choose, expectNoBarriers, openUnit, setClock, signInAs } from './setup/steps.ts';

const PARENT = '抚松县政务服务和数字化建设管理局';
const UNIT = '抚松县政务新媒体服务中心';
const PERSON = '林小满';
const USER = 'fs-linxm';
const NEW_PASSWORD = 'Songhua-Jiang-2026';

async function signIn(page: Page, password: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await page.getByLabel('用户名').fill(USER);
  await page.getByLabel('口令', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

let password = '';

test.describe.configure({ mode: 'serial' });

test('管理员新增下级单位，设置岗位，新增人员并任职；初始口令只显示一次', async ({ page, keep }) => {
  const panel = page.getByRole('dialog');
  await signInAs(page, 'fs-zs-admin');
  await setClock(page, '2026-11-20');
  await openUnit(page, PARENT);
  await keep('上级单位');

  await page.getByRole('button', { name: '新增下级单位' }).click();
  await panel.getByRole('textbox', { name: /单位名称/ }).fill(UNIT);
  await choose(page, /单位类别/, '事业单位');
  await choose(page, /层级/, '县级');
  await expectNoBarriers(page);
  await keep('新增下级单位');
  await panel.getByRole('button', { name: '新增下级单位' }).click();
  await expect(panel).toBeHidden();

  await expect(page.getByRole('heading', { level: 2, name: UNIT, exact: true })).toBeVisible();
  await page.getByRole('button', { name: '设置岗位' }).click();
  await choose(page, /岗位类别/, '信息员');
  await panel.getByRole('textbox', { name: /岗位名称/ }).fill('信息员');
  await panel.getByRole('button', { name: '设置岗位' }).click();
  await expect(panel).toBeHidden();
  await expect(page.getByText('空缺', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: '新增人员' }).click();
  await panel.getByRole('textbox', { name: /姓名/ }).fill(PERSON);
  await panel.getByRole('textbox', { name: /电话/ }).fill('0439-6212345');
  await panel.getByRole('textbox', { name: /用户名/ }).fill(USER);
  await expectNoBarriers(page);
  await keep('新增人员');
  await panel.getByRole('button', { name: '新增人员' }).click();
  await expect(panel.getByText('只在此显示一次')).toBeVisible();
  password = await panel.locator('code').nth(1).innerText();
  await expectNoBarriers(page);
  await keep('初始口令');
  await panel.getByRole('button', { name: '关闭' }).click();
  await expect(page.getByText(password)).toHaveCount(0);

  await page.getByRole('button', { name: '任职：信息员' }).click();
  const who = panel.getByRole('combobox', { name: /人员/ });
  await who.click();
  await who.fill(PERSON);
  await choose(page, /人员/, PERSON);
  await panel.getByLabel(/开始日期/).fill('2026-11-16');
  await expectNoBarriers(page);
  await keep('任职');
  await panel.getByRole('button', { name: '任职', exact: true }).click();
  await expect(panel).toBeHidden();
  await expect(page.getByRole('button', { name: `结束${PERSON}的任职` })).toBeVisible();
  await expectNoBarriers(page);
  await keep('单位与任职');
});

test('本人首次登录须先改口令，说明要求；改好后看到工作台', async ({ page, keep }) => {
  await signIn(page, password);
  await expect(page.getByText('按规定须先修改口令', { exact: false })).toBeVisible();
  await page.goto('/directory');
  await expect(page).toHaveURL(/\/password$/);
  await expect(page.getByText('当地规定没有具体要求', { exact: false })).toBeVisible();
  await page.getByLabel('当前口令').fill(password);
  for (const [next, refused] of [
    ['abcdefgh', /须至少包含/],
    [`${USER}-2026A`, /不能包含用户名/],
  ] as const) {
    await page.getByLabel('新口令', { exact: true }).fill(next);
    await page.getByLabel('再输一遍新口令').fill(next);
    await page.getByRole('button', { name: '修改口令' }).click();
    await expect(page.getByText(refused).first()).toBeVisible();
  }
  await expectNoBarriers(page);
  await keep('首次登录改口令');
  await page.getByLabel('新口令', { exact: true }).fill(NEW_PASSWORD);
  await page.getByLabel('再输一遍新口令').fill(NEW_PASSWORD);
  await page.getByRole('button', { name: '修改口令' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '工作台' })).toBeVisible();
  await expect(page.locator('.jz-person-post')).toContainText(UNIT);
  await keep('新人的工作台');
});

test('任职结束后本人不能再登录，岗位显示空缺', async ({ page, keep }) => {
  const panel = page.getByRole('dialog');
  await signInAs(page, 'fs-zs-admin');
  await openUnit(page, UNIT);
  await page.getByRole('button', { name: `结束${PERSON}的任职` }).click();
  await panel.getByLabel(/任职的最后一日/).fill('2026-11-19');
  await panel.getByRole('textbox', { name: /原因/ }).fill('调离');
  await keep('结束任职');
  await panel.getByRole('button', { name: '结束任职' }).click();
  await expect(panel).toBeHidden();
  await expect(page.getByText('空缺', { exact: true })).toBeVisible();

  await signIn(page, NEW_PASSWORD);
  await expect(page.getByText('您当前没有任职岗位', { exact: false })).toBeVisible();
  await expectNoBarriers(page);
  await keep('不能再登录');
});
