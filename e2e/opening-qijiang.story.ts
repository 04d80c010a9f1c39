import { expect, test } from './setup/site.ts';
import { approve, beginOpening, fillOpening, setClock, signInAs, submit } from './setup/steps.ts';

const NAME = '綦江人社';

test('QJ-13 QJ-4 綦江区一个部门开设账号：主要负责人同意，电子政务中心代区政府办公室备案', async ({
  page,
  keep,
}) => {
  await signInAs(page, 'qj-rs-info');
  await setClock(page, '2026-11-20');
  await beginOpening(page);
  await fillOpening(page, {
    name: NAME,
    platform: /微信/,
    reason: '推送网站信息，方便群众查询',
    answers: [
      [/分管领导/, '分管副局长'],
      [/安全管理人员/, '局办公室安全员'],
    ],
  });
  await submit(page);
  await signInAs(page, 'qj-rs-boss');
  await approve(page, NAME, '同意。');
  await signInAs(page, 'qj-dz-file');
  await approve(page, NAME, '已登记备案。');
  await keep('备案办结');
  await page.goto('/accounts');
  await expect(page.getByRole('link', { name: NAME })).toBeVisible();
});
