import type { DemoSignIn } from '../kernel/identity/index.ts';
import { type DemoPost, demoPosts } from './posts.ts';
import { demoUnits } from './units.ts';

/** The one password of the demonstration: long enough and mixed enough for every shipped pack. */
export const DEMO_PASSWORD = 'Yanshi-2026';

/** The five openings: who takes the steps of each, in order. */
const STORIES: readonly { readonly line: string; readonly who: readonly (readonly [string, DemoPost])[] }[] =
  [
    {
      line: '兰州新区 园区下的镇（宜把时钟调到 2021-03-01，办法仍在有效期内）',
      who: [
        ['lz-zcz', 'info'],
        ['lz-zcz', 'boss'],
        ['lz-zc', 'file'],
        ['lz-bg', 'file'],
      ],
    },
    {
      line: '吴江人社局 科室不得开设，由局开设',
      who: [
        ['wj-jy', 'info'],
        ['wj-rs', 'info'],
        ['wj-rs', 'boss'],
        ['wj-bg', 'file'],
      ],
    },
    {
      line: '广东 县级部门原则上不开设，市级部门由市审批',
      who: [
        ['ch-nn', 'info'],
        ['gz-jy', 'info'],
        ['gz-jy', 'boss'],
        ['gz-bg', 'boss'],
      ],
    },
    {
      line: '抚松县 县级审批、市级备案，审批表和三个工作日',
      who: [
        ['fs-rs', 'info'],
        ['fs-rs', 'boss'],
        ['fs-zs', 'boss'],
        ['bs-zs', 'file'],
        ['fs-zs', 'admin'],
      ],
    },
    {
      line: '綦江区 主要负责人同意，区政府办公室备案',
      who: [
        ['qj-rs', 'info'],
        ['qj-rs', 'boss'],
        ['qj-bg', 'file'],
        ['qj-dz', 'file'],
      ],
    },
  ];

/** The user name of somebody in the demonstration. */
export function demoUserName(unit: string, post: DemoPost): string {
  return `${unit}-${post}`;
}

/** The sign-ins shown on the sign-in page, in the order of the five openings. */
export const demoSignIns: readonly DemoSignIn[] = STORIES.flatMap(({ who }) =>
  who.map(([unit, post]) => ({
    userName: demoUserName(unit, post),
    password: DEMO_PASSWORD,
    post: demoPosts[post].title,
    unit: demoUnits.find(({ key }) => key === unit)?.name ?? unit,
  })),
);

/** What the start command prints of them. */
export function demoLines(): string[] {
  return [
    `演示环境：所有演示用户的口令都是 ${DEMO_PASSWORD}（登录页上也可一键填入）。`,
    ...STORIES.map(
      ({ line, who }) =>
        `  ${line}：${who.map(([unit, post]) => `${demoUserName(unit, post)} ${demoPosts[post].title}`).join('、')}`,
    ),
  ];
}
