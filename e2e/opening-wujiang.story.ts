import { expect, test } from './setup/site.ts';
import { approve, beginOpening, fillOpening, setClock, signInAs, submit } from './setup/steps.ts';

const NAME = '吴江人社';

test('WJ-4a 吴江人社局一个科室要开设，系统不予受理并说明依据', async ({ page, keep }) => {
  await signInAs(page, 'wj-jy-info');
  await setClock(page, '2026-11-20');
  await page.goto('/filings/new');
  await expect(page.getByText('不得以内设机构名义开设', { exact: false }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: '开始填写' })).toBeDisabled();
  await keep('科室不予受理');
});

test('WJ-3a WJ-4b 由局开设：四项条件附证明，开设后三个工作日内备案', async ({ page, keep }) => {
  await signInAs(page, 'wj-rs-info');
  await setClock(page, '2026-11-20');
  await beginOpening(page);
  await fillOpening(page, {
    name: NAME,
    platform: /微信/,
    reason: '发布就业和社保政策，答复群众咨询',
    conditions: [/管理机构/, /专职管理人员/, /经费保障/, /管理制度健全/],
    answers: [
      [/开设或生效日期/, '2026-11-19'],
      [/平台账号ID/, 'gh_5b3c1f0a9d2e'],
      [/主页或下载网址/, 'https://mp.weixin.qq.com/wjrs'],
      [/专职管理人员/, '局办公室专职一人'],
    ],
    papers: [/管理机构的文件/, /专职管理人员名单/, /经费保障说明/, /政务新媒体管理制度/],
  });
  await keep('备案表');
  await submit(page);
  await signInAs(page, 'wj-rs-boss');
  await approve(page, NAME, '同意。');
  await signInAs(page, 'wj-bg-file');
  await approve(page, NAME, '予以备案。');
  await signInAs(page, 'wj-rs-info');
  await expect(page.getByRole('listitem').filter({ hasText: '省政务新媒体备案检查系统' })).toContainText(
    '11月24日',
  );
  await keep('三个工作日的期限');
});
