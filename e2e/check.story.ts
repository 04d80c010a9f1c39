import { expect, test } from './setup/site.ts';
import { expectNoBarriers, setClock, signInAs } from './setup/steps.ts';

const TEXT = [
  '关于发放就业补助的通知',
  '张三，身份证号码11010519491231002X，手机号13812345678，请于2026年2月30日前来领取。',
  '机密★五年',
  '各单位要践行青山绿水就是金山银山的理念。全体职工必须转发并点赞本文章，每人不少于10个赞。',
  '抚松县人力资源和社会保障局',
].join('\n');

test('QJ-17 粘贴文字检查：标在原处，说明理由保留一处，采纳建议，下载报告', async ({ page, keep }) => {
  await signInAs(page, 'fs-rs-info');
  await setClock(page, '2026-11-23');
  await page.getByRole('link', { name: '文稿检查', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: '文稿检查' })).toBeVisible();
  await expectNoBarriers(page);
  await keep('empty');
  await page.getByLabel('粘贴文字').fill(TEXT);
  await page.getByRole('button', { name: '检查', exact: true }).click();

  const marked = page.getByRole('region', { name: '标出问题的文字' });
  await expect(marked.getByRole('link', { name: /11010519491231002X/ })).toBeVisible();
  await expect(page.getByText('居民身份证号码', { exact: false }).first()).toBeVisible();
  await expectNoBarriers(page);
  await keep('marks');

  await marked.getByRole('link', { name: /机密★五年/ }).click();
  await expect(page.locator('.jz-finding-current')).toContainText('涉密标志');
  const phone = page.locator('.jz-finding').filter({ hasText: '手机号码' }).first();
  await phone.getByRole('button', { name: /保留不改/ }).click();
  await page.getByLabel('理由', { exact: true }).fill('单位对外公布的服务电话，已核对');
  await page.getByRole('dialog').getByRole('button', { name: '保留不改' }).click();
  await expect(phone).toContainText('已保留：单位对外公布的服务电话，已核对');
  await keep('kept');

  const accepted = page.locator('.jz-finding').filter({ hasText: '青山绿水' }).first();
  await accepted.getByRole('button', { name: /采纳建议/ }).click();
  await expect(marked).toContainText('绿水青山就是金山银山');
  await expect(page.getByText('已采纳 1 处建议')).toBeVisible();
  await page.getByRole('button', { name: '重新检查' }).click();
  await expect(page.getByText('已采纳 1 处建议')).toHaveCount(0);
  await expect(page.locator('.jz-finding').filter({ hasText: '手机号码' }).first()).toContainText('已保留');

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Word', exact: true }).click();
  expect((await download).suggestedFilename()).toMatch(/^检查报告-.+\.docx$/);

  await page.getByRole('link', { name: '保留记录' }).click();
  await page.getByLabel(/有人投诉某段文字/).fill(`网友投诉：\n${TEXT}`);
  await page.getByRole('button', { name: '查找', exact: true }).click();
  await expect(page.getByText('这段文字里有 1 处保留不改')).toBeVisible();
  await expect(page.getByText('单位对外公布的服务电话，已核对')).toBeVisible();
  await expectNoBarriers(page);
  await keep('complaint');
});

test('WJ-9b LZ-18a 补充说明：地图、原文；稿源名单登记后核对来源', async ({ page, keep }) => {
  const text = '景区导览图已经更新，共3处景点。\n来源：松江快讯';
  const check = async () => {
    await page.goto('/checks');
    await page.getByLabel('粘贴文字').fill(text);
    await page.getByText('补充说明', { exact: false }).first().click();
    await page.getByLabel('转载自（来源单位）').fill('松江快讯');
    await page.getByLabel('原文（逐处比对）').fill('景区导览图已经更新，共5处景点。');
    await page.getByRole('button', { name: '添加地图' }).click();
    await page.getByLabel('第 1 幅地图的名称').fill('景区导览图');
    await expectNoBarriers(page);
    await keep('declared');
    await page.getByRole('button', { name: '检查', exact: true }).click();
    await expect(page.getByText('下载报告', { exact: false })).toBeVisible();
  };
  const finding = (words: string) => page.locator('.jz-finding').filter({ hasText: words });
  await signInAs(page, 'fs-rs-info');
  await setClock(page, '2026-11-23');
  await check();
  await expect(finding('是地图而没有审图号')).toHaveCount(1);
  await expect(finding('与原文不同')).toHaveCount(1);
  await expect(finding('来源不在可以转载的稿源名单内')).toHaveCount(0);

  await signInAs(page, 'fs-zs-admin');
  await page.goto('/checks/lexicon');
  await expect(page.getByText('还没有登记稿源名单', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByLabel(/^名称/).fill('长白山日报');
  await page.getByLabel(/网址或电话/).fill('www.cbsrb.com');
  await page.getByLabel(/^依据/).fill('县委宣传部稿源名单');
  await keep('listing');
  await page.getByRole('dialog').getByRole('button', { name: '登记', exact: true }).click();
  await expect(page.getByRole('button', { name: '取消登记：长白山日报' })).toBeVisible();
  await expectNoBarriers(page);
  await keep('listed');

  await signInAs(page, 'fs-rs-info');
  await check();
  const unlisted = finding('来源不在可以转载的稿源名单内').first();
  await expect(unlisted).toContainText('须由科室负责人以上的领导决定是否保留');
  await keep('unlisted');

  await signInAs(page, 'fs-zs-admin');
  await page.goto('/checks/lexicon');
  await page.getByRole('button', { name: '取消登记：长白山日报' }).click();
  await page.getByLabel('理由', { exact: true }).fill('名单调整');
  await page.getByRole('dialog').getByRole('button', { name: '取消登记' }).click();
  await expect(page.getByText('还没有登记稿源名单', { exact: false })).toBeVisible();
});

test('QJ-17 检查文件：逐段标出；记录里只有遮盖后的片段', async ({ page, keep }) => {
  await signInAs(page, 'fs-rs-info');
  await page.goto('/checks');
  const file = { name: '通知.html', mimeType: 'text/html', buffer: Buffer.from(`<p>${TEXT}</p>`) };
  await page.getByLabel(/或检查一个文件/).setInputFiles(file);
  await expect(page.getByRole('region', { name: '标出问题的文字' })).toContainText('11010519491231002X');
  await page.getByRole('link', { name: '检查记录' }).click();
  await page.getByRole('link', { name: '通知.html' }).first().click();
  await expect(page.getByText('这里不显示全文', { exact: false })).toBeVisible();
  await expect(page.locator('.jz-finding').first()).toBeVisible();
  expect(await page.locator('main').innerText()).not.toContain('11010519491231002X');
  await expectNoBarriers(page);
  await keep('record');

  await page.goto('/checks');
  const encrypted = {
    name: '密.docx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  };
  await page.getByLabel(/或检查一个文件/).setInputFiles(encrypted);
  await expect(page.getByText('文件设有密码', { exact: false }).first()).toBeVisible();
});

test('QJ-17 批量检查在后台进行，进度可见', async ({ page, keep }) => {
  await signInAs(page, 'fs-rs-info');
  await page.goto('/checks/records');
  await page.getByRole('button', { name: '批量检查' }).click();
  await page.getByLabel(/批量检查的名称/).fill('2026年10月已发布文稿');
  await page.getByRole('button', { name: '新建' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '2026年10月已发布文稿' })).toBeVisible();
  const files = ['一', '二', '三'].map((name) => ({
    name: `${name}.txt`,
    mimeType: 'text/plain',
    buffer: Buffer.from(name === '二' ? TEXT : '今天发布的信息没有问题。'),
  }));
  await page.getByLabel(/^添加文件/).setInputFiles(files);
  await expect(page.getByRole('region', { name: '文件' }).getByText('等待检查')).toHaveCount(3);
  await keep('added');
  await page.getByRole('button', { name: '开始检查' }).click();
  await expect(page.getByRole('region', { name: '文件' }).getByText('没有发现问题')).toHaveCount(2, {
    timeout: 30_000,
  });
  await expect(page.locator('.jz-finding').first()).toBeVisible();
  await expectNoBarriers(page);
  await keep('done');
});

test('词库：草稿先试用，看会标出多少处，再启用；别人只能看', async ({ page, keep }) => {
  await signInAs(page, 'fs-rs-info');
  await page.goto('/checks');
  await page.getByLabel('粘贴文字').fill('抚松县人社厅发布消息。抚松县人社厅表示欢迎。');
  await page.getByRole('button', { name: '检查', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: '文稿检查' })).toBeVisible();
  await expect(page.getByText('下载报告', { exact: false })).toBeVisible();

  await signInAs(page, 'fs-zs-admin');
  await page.goto('/checks/lexicon');
  await page.getByRole('button', { name: '添加词条' }).click();
  await page.getByLabel(/要找的词/).fill('人社厅');
  await page.getByLabel(/出处/).fill('抚松县机构编制文件');
  await page.getByRole('button', { name: '存为草稿' }).click();
  await expect(page.getByRole('alert')).toContainText('必须写正确写法');
  await page.getByLabel(/正确写法/).fill('人力资源和社会保障局');
  await keep('draft');
  await page.getByRole('button', { name: '存为草稿' }).click();
  await page.getByRole('button', { name: '试用：人社厅' }).click();
  await page.getByRole('button', { name: '开始试用' }).click();
  await expect(page.locator('.jz-trial-result')).toContainText(/会标出 [2-9]\d* 处/);
  await keep('tried');
  await page.getByRole('button', { name: '关闭' }).click();
  await page.getByRole('button', { name: '启用：人社厅' }).click();
  await expect(page.getByText('启用“人社厅”', { exact: false })).toBeVisible();
  await expectNoBarriers(page);
  await keep('active');

  await signInAs(page, 'fs-rs-info');
  await page.goto('/checks/lexicon');
  await expect(page.getByText('词库由主管单位的管理员', { exact: false })).toBeVisible();
  await expect(page.getByRole('button', { name: '添加词条' })).toHaveCount(0);
});

for (const width of [360, 390]) {
  test(`${width} 像素宽的手机上不横向滚动`, async ({ page, keep }) => {
    await page.setViewportSize({ width, height: 780 });
    await signInAs(page, 'fs-rs-info');
    await page.goto('/checks');
    await page.getByLabel('粘贴文字').fill(TEXT);
    await keep('write');
    await page.getByRole('button', { name: '检查', exact: true }).click();
    await expect(page.locator('.jz-finding').first()).toBeVisible();
    await expectNoBarriers(page);
    await keep('review');
    for (const path of ['/checks', '/checks/records', '/checks/overrides', '/checks/lexicon']) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect([path, overflow]).toEqual([path, 0]);
    }
    await keep('lexicon');
  });
}
