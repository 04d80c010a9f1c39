import { z } from 'zod';
import { basisRef, day, id, line, lines, pageOf, pageQuery } from '../kernel/wire.ts';

/** A site or a part of one by the jurisdiction it stands in and its id. */
export const siteKey = z.strictObject({ jurisdiction: line(40), id });

const unitRef = z.strictObject({ id, name: z.string() });
const domain = line(253);
const address = line(200);
const version = z.int().min(1);
const updateClass = line(80).describe(
  '更新类别：news 动态要闻、notices 通知公告……，或法规包自定的 own.<编号>',
);

/** Something about a site that the regulation asks and that is not so, in a sentence with its basis. */
const finding = z.strictObject({
  code: z.string(),
  message: z.string(),
  /** What it is about: the site, a section or a column. */
  about: z.strictObject({ kind: z.enum(['site', 'section', 'column', 'unit']), id, name: z.string() }),
  /** What would be right, where that can be said. */
  expected: z.string().nullable(),
  basis: z.array(basisRef),
});
export type SiteFinding = z.infer<typeof finding>;

/** How often a column has to be kept up, as the regulation says it, with its basis. */
const upkeep = z.strictObject({ label: z.string(), value: z.string(), basis: z.array(basisRef) });

const updateClassChoice = z.strictObject({ id: z.string(), name: z.string(), upkeep: z.array(upkeep) });

const column = z.strictObject({
  id,
  name: z.string(),
  unit: unitRef.nullable().describe('负责保障的单位'),
  updateClass: z.string().nullable(),
  className: z.string().nullable(),
  upkeep: z.array(upkeep),
  address: z.string(),
  builtOn: day.nullable(),
  closedOn: day.nullable(),
  required: z.boolean().describe('按规定必设'),
  requestId: id.nullable(),
  version,
  abilities: z.strictObject({ change: z.boolean(), close: z.boolean() }),
});
export type ColumnWire = z.infer<typeof column>;

const section = z.strictObject({
  id,
  name: z.string(),
  unit: unitRef,
  initials: z.string().nullable(),
  address: z.string(),
  expected: z.string().nullable().describe('按规定应为的网址；没有规定时为空'),
  builtOn: day.nullable(),
  requestId: id.nullable(),
  version,
  people: z.array(z.strictObject({ post: z.string(), holders: z.array(z.string()) })),
  columns: z.array(column),
  missing: z.array(z.strictObject({ id: z.string(), name: z.string(), basis: z.array(basisRef) })),
  abilities: z.strictObject({
    move: z.boolean(),
    close: z.boolean(),
    addColumn: z.boolean(),
    request: z.boolean(),
  }),
});
export type SectionWire = z.infer<typeof section>;

const siteRow = z.strictObject({
  id,
  jurisdiction: z.string(),
  jurisdictionName: z.string(),
  name: z.string(),
  domain: z.string(),
  siteCode: z.string().nullable(),
  host: unitRef,
  sections: z.int(),
  columns: z.int(),
});
export type SiteRow = z.infer<typeof siteRow>;
export const siteQuery = z.strictObject({
  ...pageQuery,
  jurisdiction: line(40).optional().describe('含其下级'),
});
export type SiteQuery = z.infer<typeof siteQuery>;
export const sitePage = pageOf(siteRow).extend({
  abilities: z.strictObject({
    register: z.boolean(),
    jurisdictions: z.array(z.strictObject({ code: z.string(), name: z.string() })),
  }),
});

export const site = z.strictObject({
  id,
  jurisdiction: z.string(),
  jurisdictionName: z.string(),
  name: z.string(),
  domains: z.array(z.string()),
  siteCode: z.string().nullable(),
  icp: z.string().nullable(),
  police: z.string().nullable(),
  host: unitRef,
  supervisor: unitRef.nullable(),
  builder: unitRef.nullable().describe('设计建设栏目的单位'),
  builderBasis: z.array(basisRef),
  account: z.strictObject({ id, name: z.string(), platformName: z.string() }).nullable(),
  inScope: z.array(basisRef).describe('网站在管理之内的依据；空：当地没有规定'),
  patterns: z.array(z.strictObject({ label: z.string(), pattern: z.string(), basis: z.array(basisRef) })),
  openedOn: day.nullable(),
  version,
  main: z.array(column).describe('主站栏目'),
  sections: z.array(section),
  findings: z.array(finding),
  without: z.array(unitRef).describe('应设而还没有专栏的单位'),
  classes: z.array(updateClassChoice),
  abilities: z.strictObject({
    change: z.boolean(),
    addSection: z.boolean(),
    addColumn: z.boolean(),
    request: z.boolean(),
  }),
});
export type SiteWire = z.infer<typeof site>;

/** Units as the choices of a form, with the address each would get. */
export const proposalQuery = z.strictObject({ unit: id, name: line(40).optional(), section: id.optional() });
export const proposal = z.strictObject({
  address: z.string().nullable(),
  initials: z.string().nullable(),
  explanation: z.string().nullable(),
  problem: z.string().nullable(),
  basis: z.array(basisRef),
});
export type ProposalWire = z.infer<typeof proposal>;

const registration = {
  name: line(60).min(1),
  domains: z.array(domain).min(1).max(10),
  siteCode: line(10).nullish(),
  icp: line(60).nullish(),
  police: line(60).nullish(),
  openedOn: day.nullish(),
};
export const registerSiteBody = z.strictObject({ ...registration, hostUnitId: id });
export const changeSiteBody = z.strictObject({ ...registration, accountId: id.nullish(), version });

export const addSectionBody = z.strictObject({
  unitId: id,
  name: line(40).nullish(),
  address: address.nullish().describe('现有网址；不填即按规定的网址'),
  builtOn: day.nullish(),
});
export const moveSectionBody = z.strictObject({ address, version });
export const closeBody = z.strictObject({ reason: lines(500).min(2), version });

export const addColumnBody = z.strictObject({
  sectionId: id.nullish(),
  unitId: id.nullish().describe('主站栏目由哪个单位保障'),
  name: line(40).min(1),
  updateClass: updateClass.nullish(),
  address: address.nullish(),
  builtOn: day.nullish(),
});
export const changeColumnBody = z.strictObject({
  unitId: id.nullish(),
  name: line(40).min(1),
  updateClass: updateClass.nullish(),
  version,
});

/** The columns of the exported list, in its order. */
export const siteChoices = z.strictObject({
  accounts: z.array(z.strictObject({ id, name: z.string() })),
  units: z.array(unitRef),
});
