import type { Tier, UnitKind } from '../policy/index.ts';
import type { DemoPost } from './posts.ts';

/** A unit of the demonstration; its key begins the user names of its people. */
export interface DemoUnit {
  readonly key: string;
  readonly jurisdiction: string;
  readonly name: string;
  /** What the names of its people begin with, and the unit's short name. */
  readonly short: string;
  readonly kind: UnitKind;
  readonly tier: Tier;
  readonly parent?: string;
  readonly role?: DemoRole;
  readonly people: readonly DemoPost[];
}

/** What a unit is for its own jurisdiction. */
interface DemoRole {
  readonly role: 'supervisor' | 'executing-body' | 'oversight';
  readonly detail?: 'publicity' | 'cyberspace';
}

const HOST: readonly DemoPost[] = ['info', 'oper', 'head', 'deputy', 'boss', 'admin'];
const PARK: readonly DemoPost[] = [...HOST, 'file'];
const OFFICE: readonly DemoPost[] = [...HOST, 'file', 'duty'];
const SECTION: readonly DemoPost[] = ['info', 'head'];
const TOWN: readonly DemoPost[] = ['info', 'deputy', 'boss'];
const READERS: readonly DemoPost[] = ['oper', 'boss'];

const SUPERVISOR: DemoRole = { role: 'supervisor' };
const EXECUTING: DemoRole = { role: 'executing-body' };
const PUBLICITY: DemoRole = { role: 'oversight', detail: 'publicity' };
const CYBERSPACE: DemoRole = { role: 'oversight', detail: 'cyberspace' };

/** Key and parent, name, short name, kind and tier, people, role. */
type Row = readonly [string, string, string, `${UnitKind} ${Tier}`, readonly DemoPost[], DemoRole?];

const rows: Readonly<Record<string, readonly Row[]>> = {
  '620171': [
    ['lz-gwh', '兰州新区管理委员会', '兰州新区管委会', 'government city', HOST],
    ['lz-bg < lz-gwh', '兰州新区管委会办公室', '兰州新区办公室', 'office city', OFFICE, SUPERVISOR],
    ['lz-xc < lz-gwh', '兰州新区党工委宣传部', '兰州新区宣传', 'party city', READERS, PUBLICITY],
    ['lz-wx < lz-gwh', '兰州新区党工委网信办', '兰州新区网信', 'party city', READERS, CYBERSPACE],
    ['lz-jf < lz-gwh', '兰州新区经济发展局', '兰州新区经发', 'department city', HOST],
    ['lz-zc < lz-gwh', '中川园区管理委员会', '中川园区', 'park county', PARK],
    ['lz-zcz < lz-zc', '中川镇人民政府', '中川镇', 'town town', HOST],
  ],
  '320509-hrss': [
    ['wj-rs', '苏州市吴江区人力资源和社会保障局', '吴江人社', 'department county', HOST],
    ['wj-bg < wj-rs', '吴江区人社局办公室', '吴江人社办公室', 'office county', OFFICE, SUPERVISOR],
    ['wj-jy < wj-rs', '吴江区人社局就业促进科', '吴江人社就业科', 'section county', SECTION],
  ],
  '440000': [
    ['gd-zf', '广东省人民政府', '广东省政府', 'government province', HOST],
    ['gd-bg < gd-zf', '广东省人民政府办公厅', '广东省府办', 'office province', OFFICE, SUPERVISOR],
    ['gd-rs < gd-zf', '广东省人力资源和社会保障厅', '广东人社', 'department province', HOST],
  ],
  '440100': [
    ['gz-zf < gd-zf', '广州市人民政府', '广州市政府', 'government city', HOST],
    ['gz-bg < gz-zf', '广州市人民政府办公厅', '广州市府办', 'office city', OFFICE, SUPERVISOR],
    ['gz-jy < gz-zf', '广州市教育局', '广州教育', 'department city', HOST],
  ],
  '440117': [
    ['ch-zf < gz-zf', '广州市从化区人民政府', '从化区政府', 'government county', HOST],
    ['ch-bg < ch-zf', '广州市从化区人民政府办公室', '从化区府办', 'office county', OFFICE, SUPERVISOR],
    ['ch-nn < ch-zf', '广州市从化区农业农村局', '从化农业农村', 'department county', HOST],
    ['ch-lt < ch-zf', '从化区吕田镇人民政府', '吕田镇', 'town town', HOST],
  ],
  '220600': [
    ['bs-zf', '白山市人民政府', '白山市政府', 'government city', HOST],
    ['bs-zs < bs-zf', '白山市政务服务和数字化建设管理局', '白山政数', 'department city', OFFICE, SUPERVISOR],
  ],
  '220621': [
    ['fs-zf < bs-zf', '抚松县人民政府', '抚松县政府', 'government county', HOST],
    [
      'fs-zs < fs-zf',
      '抚松县政务服务和数字化建设管理局',
      '抚松政数',
      'department county',
      OFFICE,
      SUPERVISOR,
    ],
    ['fs-rs < fs-zf', '抚松县人力资源和社会保障局', '抚松人社', 'department county', HOST],
    ['fs-xc < fs-zf', '中共抚松县委宣传部', '抚松宣传', 'party county', READERS, PUBLICITY],
  ],
  '500110': [
    ['qj-zf', '重庆市綦江区人民政府', '綦江区政府', 'government county', HOST],
    ['qj-bg < qj-zf', '重庆市綦江区人民政府办公室', '綦江区府办', 'office county', OFFICE, SUPERVISOR],
    ['qj-dz < qj-bg', '重庆市綦江区电子政务中心', '綦江电子政务', 'institution county', OFFICE, EXECUTING],
    ['qj-rs < qj-zf', '重庆市綦江区人力资源和社会保障局', '綦江人社', 'department county', HOST],
    ['qj-sj < qj-zf', '綦江区石角镇人民政府', '石角镇', 'town town', TOWN],
    ['qj-sjz < qj-zf', '綦江区三角镇人民政府', '三角镇', 'town town', TOWN],
    ['qj-xc < qj-zf', '中共重庆市綦江区委宣传部', '綦江宣传', 'party county', READERS, PUBLICITY],
  ],
};

/** Parents stand before those below them, over jurisdictions too. */
const ORDER = ['620171', '320509-hrss', '440000', '440100', '440117', '220600', '220621', '500110'];

/** Every unit of the demonstration. */
export const demoUnits: readonly DemoUnit[] = ORDER.flatMap((jurisdiction) =>
  (rows[jurisdiction] ?? []).map(([place, name, short, kindAndTier, people, role]) => {
    const [key = '', parent] = place.split(' < ');
    const [kind, tier] = kindAndTier.split(' ') as [UnitKind, Tier];
    return {
      key,
      jurisdiction,
      name,
      short,
      kind,
      tier,
      people,
      ...(parent === undefined ? {} : { parent }),
      ...(role ? { role } : {}),
    };
  }),
);
