import { expect, test } from './setup/site.ts';
import { choose, expectNoBarriers, setClock, signInAs } from './setup/steps.ts';

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 900 };
const NAME = '就业服务';
const ADDRESS = 'http://www.cqqj.gov.cn/bm/qjrs/jyfw';

test('QJ-9 QJ-7 一个单位申请新栏目：分管领导同意，电子政务中心按规定的网址建成', async ({ page, keep }) => {
  await signInAs(page, 'qj-rs-info');
  await setClock(page, '2026-11-20');
  await page.goto('/sites');
  await expectNoBarriers(page);
  await page.getByRole('link', { name: /綦江区人民政府公众信息网/ }).click();
  await expect(page.getByRole('button', { name: '设置栏目' })).toHaveCount(0);
  await page.getByRole('link', { name: '申请新栏目' }).click();

  await page.getByRole('textbox', { name: '名称' }).fill(NAME);
  await choose(page, /更新类别/, '通知公告');
  await keep('填写申请');
  await expectNoBarriers(page);
  await page.getByRole('button', { name: '保存，看网址和流程' }).click();
  await expect(page.getByText(ADDRESS)).toBeVisible();
  await expect(page.getByText(/还有 1 处要补正/)).toBeVisible();
  await page.getByRole('textbox', { name: '设置理由' }).fill('集中发布就业政策和招聘信息，由就业科保障');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByText('各项已满足，可以提交')).toBeVisible();
  await keep('提交之前');
  await expectNoBarriers(page);
  await page.getByRole('button', { name: '提交申请' }).click();
  await expect(page.getByText('审批中', { exact: true }).first()).toBeVisible();

  for (const [who, opinion] of [
    ['qj-rs-deputy', '同意申请。'],
    ['qj-dz-file', '符合公开目录，同意建设。'],
  ] as const) {
    await signInAs(page, who);
    await page
      .getByRole('listitem')
      .filter({ hasText: NAME })
      .getByRole('link', { name: /去审批/ })
      .click();
    const panel = page.locator('#decide');
    await expect(page.getByText(ADDRESS).first()).toBeVisible();
    await panel.getByRole('textbox', { name: /意见/ }).fill(opinion);
    await keep('审批');
    await expectNoBarriers(page);
    await panel.getByRole('button', { name: '同意', exact: true }).click();
    await expect(panel).toBeHidden();
  }

  await page.goto('/');
  await page
    .getByRole('listitem')
    .filter({ hasText: NAME })
    .getByRole('link', { name: /登记建成/ })
    .click();
  await keep('登记建成');
  await expectNoBarriers(page);
  await page.getByRole('button', { name: '登记建成' }).click();
  await expect(page.getByText('已建成', { exact: true }).first()).toBeVisible();
  await keep('已建成');
  const form = await page.request.get(
    `${page.url().replace('/column-requests/', '/api/v1/column-requests/')}/form.pdf`,
  );
  expect((await form.body()).subarray(0, 5).toString()).toBe('%PDF-');

  await page.getByRole('link', { name: '看网站' }).click();
  const section = page.getByRole('group').filter({ hasText: '人力资源和社会保障局' });
  await section.locator('summary').click();
  await expect(section.getByText(ADDRESS)).toBeVisible();
  await keep('栏目已列入网站');
});

test('QJ-7 QJ-8 中心看见网址不符和缺少的必设栏目，当场改正', async ({ page, keep }) => {
  await signInAs(page, 'qj-dz-file');
  await page.goto('/sites');
  await page.getByRole('link', { name: /綦江区人民政府公众信息网/ }).click();
  await expect(
    page.getByText(/jz\/sanjiao 与规定不符，应为 http:\/\/www\.cqqj\.gov\.cn\/jz\/sjzhen/),
  ).toBeVisible();
  await keep('网站');
  await expectNoBarriers(page);
  await page.setViewportSize(PHONE);
  await keep('手机上的网站');
  await expectNoBarriers(page);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(PHONE.width);
  await page.setViewportSize(DESK);

  await page.getByRole('button', { name: '改为规定的网址' }).click();
  const move = page.getByRole('dialog', { name: /改正网址/ });
  await expect(move.getByRole('textbox', { name: /网址/ })).toHaveValue('http://www.cqqj.gov.cn/jz/sjzhen');
  await move.getByRole('button', { name: '改正网址' }).click();
  await expect(page.getByText(/与规定不符/)).toHaveCount(0);
  await page.getByRole('button', { name: '补设“政府信息公开”' }).click();
  const add = page.getByRole('dialog', { name: /设置栏目/ });
  await keep('补设必设栏目');
  await add.getByRole('button', { name: '设置栏目' }).click();
  await expect(page.getByText(/缺少必设栏目/)).toHaveCount(0);
  await keep('改正以后');
  await page.goto('/column-requests');
  await expectNoBarriers(page);
  await page.setViewportSize(PHONE);
  await keep('手机上的申请');
});

test('QJ-2 主管单位登记一个网站，域名写错当场指出', async ({ page, keep }) => {
  await signInAs(page, 'qj-bg-file');
  await page.goto('/sites');
  await page.getByRole('button', { name: '登记网站' }).click();
  const form = page.getByRole('dialog', { name: '登记网站' });
  await choose(page, /主办单位/, '人力资源和社会保障局');
  await form.getByRole('textbox', { name: /网站名称/ }).fill('綦江就业网');
  await form.getByRole('textbox', { name: /域名/ }).fill('127.0.0.1');
  await form.getByRole('button', { name: '登记网站' }).click();
  await expect(form.getByRole('alert')).toContainText('不是规范的域名');
  await keep('域名写错');
  await expectNoBarriers(page);
  await form.getByRole('textbox', { name: /域名/ }).fill('jy.cqqj.gov.cn');
  await form.getByRole('button', { name: '登记网站' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '綦江就业网' })).toBeVisible();
  await expect(page.getByRole('button', { name: '登记专栏' })).toHaveCount(0);
  await page.getByRole('button', { name: '修改登记' }).click();
  const change = page.getByRole('dialog', { name: '修改登记' });
  await change.getByRole('textbox', { name: /政府网站标识码/ }).fill('5001100002');
  await change.getByRole('button', { name: '修改登记' }).click();
  await expect(page.getByText('5001100002')).toBeVisible();
  await keep('已登记');
});
