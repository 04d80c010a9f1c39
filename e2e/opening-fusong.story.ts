import { expect, test } from './setup/site.ts';
import { approve, beginOpening, expectNoBarriers, fillOpening, setClock, signInAs, submit } from './setup/steps.ts';

const NAME = '抚松人社';

test('FS-10 FS-11 FS-A2a FS-A2b 抚松县一个局开设账号：填附件2，县批市备，三个工作日内录入全国系统', async ({ page, keep }) => {
  await signInAs(page, 'fs-rs-info');
  await setClock(page, '2026-09-29');
  await beginOpening(page);
  await fillOpening(page, {
    name: NAME,
    platform: /微信/,
    certification: '抚松县人力资源和社会保障局',
    reason: '方便群众查询社保和就业政策',
    answers: [
      [/账号功能/, '信息发布、政策解读、办事服务'],
      [/联系人/, '信息员 0439-6212345'],
    ],
    papers: [/保障制度/],
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
  await keep('主办单位的工作台');
  await expect(page.getByText(/2026年10月9日|10月9日/).first()).toBeVisible();
});
