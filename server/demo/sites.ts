import type { Context } from '../kernel/context.ts';
import type { Outcome } from '../kernel/outcome.ts';
import type { Unit } from '../modules/directory/index.ts';
import { addColumn, addSection, registerSite } from '../modules/sites/index.ts';

const BUILT = '2019-06-03';

/** Columns of the main site: name, class, the key of the unit that keeps it up. */
const MAIN: readonly (readonly [string, string, string | null])[] = [
  ['政府信息公开', 'policies', 'qj-bg'],
  ['綦江动态', 'news', 'qj-bg'],
  ['通知公告', 'notices', 'qj-dz'],
  ['就业创业', 'notices', 'qj-rs'],
  ['区长信箱', 'interaction', 'qj-bg'],
  ['在线访谈', 'interviews', null],
];

/** Sections with their columns; one at an address that the rule would not give, and without its required column. */
const SECTIONS: readonly {
  readonly unit: string;
  readonly address?: string;
  readonly columns: readonly (readonly [string, string])[];
}[] = [
  {
    unit: 'qj-rs',
    columns: [
      ['政府信息公开', 'policies'],
      ['工作动态', 'news'],
      ['通知公告', 'notices'],
    ],
  },
  {
    unit: 'qj-sj',
    columns: [
      ['政府信息公开', 'policies'],
      ['镇务动态', 'news'],
    ],
  },
  { unit: 'qj-sjz', address: 'http://www.cqqj.gov.cn/jz/sanjiao', columns: [['镇务动态', 'news']] },
];

/** The website of 綦江 in the demonstration, with sections and columns, and a few things to be put right. */
export async function fillSites(ctx: Context, units: ReadonlyMap<string, Unit>): Promise<void> {
  const idOf = (key: string) => units.get(key)?.id ?? '';
  const site = must(
    await registerSite(ctx, {
      name: '綦江区人民政府公众信息网（演示）',
      domains: ['www.cqqj.gov.cn'],
      siteCode: '5001100001',
      icp: '渝ICP备00000000号-1',
      police: '渝公网安备 50011000000000号',
      hostUnitId: idOf('qj-bg'),
    }),
  );
  for (const [name, updateClass, unit] of MAIN)
    must(await addColumn(ctx, { site, name, updateClass, unitId: unit && idOf(unit), builtOn: BUILT }));
  for (const { unit, address, columns } of SECTIONS) {
    const section = must(await addSection(ctx, { site, unitId: idOf(unit), address, builtOn: BUILT }));
    for (const [name, updateClass] of columns)
      must(await addColumn(ctx, { site, sectionId: section.id, name, updateClass, builtOn: BUILT }));
  }
}

function must<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.problems.map(({ code }) => code).join(' '));
}
