import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { intakeColumns } from '../contracts/intake/words.ts';
import { writeXlsx } from '../server/documents/xlsx-write.ts';
import { expect, test } from './setup/site.ts';
import { expectNoBarriers, signInAs } from './setup/steps.ts';

const GOOD = 4963;
const FAULTY = 37;
const PLATFORMS = ['微博', '今日头条'] as const;

type Row = Record<keyof typeof intakeColumns, string>;

/** Closed accounts of one unit: as many as one likes, since only a living one counts towards one to a platform. */
function row(n: number, more: Partial<Row> = {}): Row {
  const empty = Object.fromEntries(Object.keys(intakeColumns).map((key) => [key, ''])) as Row;
  return {
    ...empty,
    unit: '抚松县人力资源和社会保障局',
    platform: PLATFORMS[n % 2] ?? '',
    name: `抚松旧号${n}`,
    uid: `90${String(n).padStart(7, '0')}`,
    state: '已关停',
    opened: '2018-03-01',
    ended: '2020-06-30',
    responsible: '王某某',
    ...more,
  };
}

function workbook(rows: readonly Row[]): Promise<Buffer> {
  const keys = Object.keys(intakeColumns) as (keyof typeof intakeColumns)[];
  const columns = keys.map((key) => ({ header: intakeColumns[key].header, width: 12 }));
  return buffer(
    writeXlsx([{ name: '登记表', columns, rows: rows.map((each) => keys.map((key) => each[key])) }]),
  );
}

test('导入5000行的登记表：37行有问题逐一指出，其余先导入，再一次撤销', async ({ page, keep, site }) => {
  test.setTimeout(240_000);
  await signInAs(page, 'fs-zs-admin');
  const faults: Partial<Row>[] = [
    { unit: '' },
    { unit: '没有这个局' },
    { platform: '人人网' },
    { name: '' },
    { uid: 'x' },
    { opened: '2018-02-30' },
    { ended: '' },
    { ended: '2017-01-01' },
    { url: '不是网址' },
    { state: '睡着了' },
  ];
  const wrong = Array.from({ length: FAULTY }, (_, at) => row(GOOD + at, faults[at % faults.length]));
  const sound = Array.from({ length: GOOD }, (_, at) => row(at));
  const file = join(site.dataFolder, '抚松账号登记表.xlsx');
  writeFileSync(file, await workbook([...sound, ...wrong]));

  await page.goto('/accounts');
  await page.getByRole('link', { name: '导入账号' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '导入账号' })).toBeVisible();
  await expectNoBarriers(page);
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByText(`共 5000 行，${FAULTY} 行有问题，${GOOD} 行可以导入。`)).toBeVisible({
    timeout: 60_000,
  });
  const list = page.getByRole('table').last();
  await expect(list.getByText('系统中没有这个单位', { exact: false }).first()).toBeVisible();
  await expect(list.getByText(String(GOOD + 2), { exact: true }).first()).toBeVisible();
  await expectNoBarriers(page);
  await keep('预检');

  await page.getByRole('button', { name: `先导入没有问题的 ${GOOD} 行` }).click();
  await expect(page.getByText('正在导入', { exact: false }).first()).toBeVisible();
  await expect(page.getByText(`已导入 ${GOOD} 个账号。`)).toBeVisible({ timeout: 150_000 });
  await keep('导入完成');

  await page.goto('/accounts?q=旧号4321');
  await expect(page.getByRole('link', { name: '抚松旧号4321' })).toBeVisible();
  await page.goto('/imports');
  await page.getByRole('link', { name: '抚松账号登记表.xlsx' }).click();
  await page.getByRole('button', { name: '撤销这次导入' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('传错了年份');
  await page.getByRole('dialog').getByRole('button', { name: '撤销这次导入' }).click();
  await expect(page.getByText('这次导入已撤销：传错了年份')).toBeVisible({ timeout: 30_000 });
  await page.goto('/accounts?q=旧号4321');
  await expect(page.getByText('没有符合条件的账号', { exact: false })).toBeVisible();
  await keep('撤销之后');
});
