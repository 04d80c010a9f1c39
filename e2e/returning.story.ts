import { expect, test } from './setup/site.ts';
import { beginOpening, fillOpening, setClock, signInAs, submit } from './setup/steps.ts';

const NAME = '抚松人社';

test('主管领导在手机上退回，主办单位修改后重报为第二稿，领导看得到改了什么', async ({ page, keep }) => {
  await signInAs(page, 'fs-rs-info');
  await setClock(page, '2026-11-20');
  await beginOpening(page);
  await fillOpening(page, {
    name: NAME,
    platform: /抖音/,
    reason: '宣传',
    answers: [
      [/公开认证信息/, '抚松县人力资源和社会保障局'],
      [/账号功能/, '信息发布'],
      [/联系人/, '信息员'],
    ],
    papers: [/保障制度/],
    exception: '微博账号即将更名，与此一致',
  });
  await submit(page);
  const form = page.url();

  await page.setViewportSize({ width: 390, height: 844 });
  await signInAs(page, 'fs-rs-boss');
  await page
    .getByRole('listitem')
    .filter({ hasText: NAME })
    .getByRole('link', { name: /去审批/ })
    .click();
  await page.locator('#decide').getByRole('button', { name: '退回修改' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('请写明群众需求和每周更新计划。');
  await keep('手机上退回');
  await dialog.getByRole('button', { name: '退回修改' }).click();
  await expect(page.getByText('已退回', { exact: false }).first()).toBeVisible();

  await page.setViewportSize({ width: 1440, height: 900 });
  await signInAs(page, 'fs-rs-info');
  await page
    .getByRole('listitem')
    .filter({ hasText: NAME })
    .getByRole('link', { name: /去修改/ })
    .click();
  await expect(page).toHaveURL(form);
  await expect(page.getByText('请写明群众需求和每周更新计划。').first()).toBeVisible();
  await page.getByRole('textbox', { name: /开设理由/ }).fill('群众常问社保办理，每周更新两次解读');
  await expect(page.getByText(/^已保存/)).toBeVisible();
  await submit(page);

  await signInAs(page, 'fs-rs-boss');
  await page
    .getByRole('listitem')
    .filter({ hasText: NAME })
    .getByRole('link', { name: /去审批/ })
    .click();
  await expect(page.getByText('第 2 稿', { exact: false }).first()).toBeVisible();
  await expect(page.getByText('群众常问社保办理', { exact: false }).first()).toBeVisible();
  await keep('第二稿的变化');
});
