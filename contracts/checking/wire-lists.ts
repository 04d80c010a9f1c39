import { z } from 'zod';
import { day, id, line, lines } from '../kernel/wire.ts';

/** What a jurisdiction lists: sources of reprints, telephones that are public, domains that may be linked to. */
export const listKinds = ['source', 'phone', 'domain'] as const;
export type ListKind = (typeof listKinds)[number];

export const listedBody = z.strictObject({
  kind: z.enum(listKinds).describe('source 转载稿源；phone 对外公布的电话；domain 准许链接的网站'),
  name: line(100).describe('稿源单位、电话所属单位或网站的名称'),
  class: line(40).optional().describe('稿源类别，按适用的规定选择'),
  entries: z.array(line(253)).max(50).default([]).describe('域名或电话号码'),
  basis: line(300).describe('依据：哪份名单、哪个文件'),
  from: day.optional(),
  to: day.optional(),
});
export type ListedBody = z.infer<typeof listedBody>;

export const listedKey = z.strictObject({ jurisdiction: line(40), id });
export const removeListedBody = z.strictObject({ version: z.int().min(1), reason: lines(500).min(2) });

export const listed = z.strictObject({
  jurisdiction: z.string(),
  id,
  kind: z.enum(listKinds),
  name: z.string(),
  class: z.string().nullable(),
  entries: z.array(z.string()),
  basis: z.string(),
  from: day.nullable(),
  to: day.nullable(),
  version: z.int(),
  createdAt: z.string(),
  createdBy: z.string(),
  abilities: z.strictObject({ remove: z.boolean() }),
});
export type ListedWire = z.infer<typeof listed>;

export const checkLists = z.strictObject({
  jurisdiction: z.string(),
  items: z.array(listed),
  classes: z
    .array(z.strictObject({ id: z.string(), label: z.string() }))
    .describe('适用的规定准许的稿源类别；为空则不限定稿源'),
  judges: z.boolean().describe('稿源名单已登记，转载来源按名单核对'),
  abilities: z.strictObject({ add: z.boolean() }),
});
export type CheckLists = z.infer<typeof checkLists>;
