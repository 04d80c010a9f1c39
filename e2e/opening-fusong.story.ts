import { expect, test } from './setup/site.ts';
import {
  approve,
  beginOpening,
  expectNoBarriers,
  fillOpening,
  setClock,
  signInAs,
  submit,
} from './setup/steps.ts';

const NAME = '抚松人社';

test('FS-10 FS-11 FS-A2a FS-A2b 抚松县一个局开设账号：填附件2，县批市备，三个工作日内录入全国系统', async ({
  page,
  keep,
}) => {
  await signInAs(page, 'fs-rs-info');
  await setClock(page, '2026-09-29');
  await beginOpening(page);
  await fillOpening(page, {
    name: NAME,
    platform: /微信/,
    reason: '方便群众查询社保和就业政策',
    answers: [
      [/公开认证信息/, '抚松县人力资源和社会保障局'],
      [/账号功能/, '信息发布、政策解读、办事服务'],
      [/联系人/, '信息员 0439-6212345'],
    ],
    papers: [/保障制度/],
    exception: '微博账号即将更名，与此一致',
  });
  await page.reload();
  await expect(page.getByRole('textbox', { name: /账号名称/ })).toHaveValue(NAME);
  await expectNoBarriers(page);
  await keep('填好的申请');
  await submit(page);
  await keep('已提交');

  await signInAs(page, 'fs-rs-boss');
  await keep('主要领导的工作台');
  await approve(page, NAME, '同意开设。');
  await signInAs(page, 'fs-zs-boss');
  await approve(page, NAME, '同意。');
  await signInAs(page, 'bs-zs-file');
  await approve(page, NAME, '予以备案。');
  await keep('市级备案之后');

  await signInAs(page, 'fs-rs-info');
  const task = page.getByRole('listitem').filter({ hasText: '全国政务新媒体信息报送系统' });
  await expect(task).toContainText('10月9日');
  await keep('主办单位的工作台');
  await page.goto('/accounts');
  await page.getByRole('link', { name: NAME, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(NAME);
  await expect(page.getByText('全国政务新媒体信息报送系统').first()).toBeVisible();
  await keep('账号档案');
  await expectNoBarriers(page);
});

test('FS-A2b 印出来的审批表：Word 和 PDF 都带着三方意见', async ({ page }) => {
  await signInAs(page, 'fs-zs-boss');
  await page.goto('/filings');
  await page
    .getByRole('link', { name: new RegExp(NAME) })
    .first()
    .click();
  for (const [name, type, magic] of [
    ['PDF', 'application/pdf', '%PDF-1.'],
    ['Word', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK'],
  ] as const) {
    const href = await page
      .getByRole('link', { name: new RegExp(name) })
      .first()
      .getAttribute('href');
    const answer = await page.request.get(href ?? '');
    expect(answer.status()).toBe(200);
    expect(answer.headers()['content-type']).toContain(type);
    expect((await answer.body()).subarray(0, magic.length).toString('latin1')).toBe(magic);
  }
});
