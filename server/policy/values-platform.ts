import { z } from 'zod';
import { idSchema, namedItem, textSchema } from './values.ts';

/** Classes of characters an identifier is made of; each part of a format is one class, so matching is one pass. */
const characterClasses = {
  digits: '数字',
  hex: '数字和小写字母a至f',
  'lower-digits': '小写字母和数字',
  'letters-digits': '字母和数字',
  token: '字母、数字、下划线和短横线',
  base64: '字母、数字、加号和斜杠',
  package: '字母、数字、下划线、短横线和点',
  domain: '小写字母、数字、短横线和点',
  name: '汉字、字母、数字、下划线、短横线、点和间隔号',
} as const;
export type CharacterClass = keyof typeof characterClasses;

const length = z.number().int().min(1).max(120);
const affix = z.string().regex(/^[\x21-\x7e]{1,20}$/, '只用可见的英文字符，至多20个');

const format = z
  .strictObject({
    prefix: affix.optional().describe('固定的开头'),
    chars: z
      .enum(Object.keys(characterClasses) as [CharacterClass, ...CharacterClass[]])
      .describe('中间由哪些字符组成'),
    min: length.describe('中间至少几个字符'),
    max: length.describe('中间至多几个字符'),
    suffix: affix.optional().describe('固定的结尾'),
  })
  .refine(({ min, max }) => min <= max, { error: '至少的字数不能大于至多的字数', path: ['max'] });
export type IdFormat = z.output<typeof format>;

const platformId = z.strictObject({
  id: idSchema,
  label: textSchema.describe('编号的叫法，例如 微信biz'),
  formats: z.array(format).min(1).max(4).describe('写法，符合其中一种即可'),
  example: textSchema.describe('一个写对的例子，填错时给填写的人看'),
  where: textSchema.optional().describe('在平台上哪里能看到'),
  fold: z.boolean().optional().describe('不分大小写，一律按小写记'),
});
export type PlatformId = z.output<typeof platformId>;

const handle = z.strictObject({
  label: textSchema.describe('会变的账号名叫什么，例如 抖音号'),
  formats: z.array(format).min(1).max(4),
  example: textSchema,
});

const host = z
  .string()
  .regex(/^(?:[a-z0-9-]{1,63}\.){1,6}[a-z0-9-]{2,63}$/, '写小写的主机名，不带 http 和路径');
const PART = /^(?:[A-Za-z0-9._@~-]{0,60})(?:\{[a-z0-9-]{1,64}\})?(?:[A-Za-z0-9._@~-]{0,60})$/;

const urlForm = z.strictObject({
  hosts: z
    .array(z.union([host, z.literal('{domain}')]))
    .min(1)
    .max(20)
    .describe('主机名，不写开头的 www. 和 m.；{domain} 表示主机名本身就是编号'),
  path: z
    .string()
    .max(200)
    .refine(
      (path) =>
        path.startsWith('/') &&
        path
          .slice(1)
          .split('/')
          .every(
            (part, at, all) => part === '*' || (part === '**' && at === all.length - 1) || PART.test(part),
          ),
      '路径以 / 开头；一段可以写 {编号}、* （任意一段），最后一段可以写 **（任意多段）',
    )
    .describe('路径样式，例如 /u/{uid}'),
  query: z
    .record(z.string().regex(/^[A-Za-z0-9_]{1,30}$/), idSchema)
    .optional()
    .describe('参数名对应哪个编号，例如 {__biz: biz}'),
  content: z.literal(true).optional().describe('只是一篇内容的链接，看不出是哪个账号'),
});
export type UrlForm = z.output<typeof urlForm>;

/**
 * A platform as a pack writes it. A level below may name a platform that a level above declares and change some of
 * it, or switch it off with `approved: false`; the rest then stands as declared above.
 */
export const platformSchema = z.strictObject({
  id: idSchema,
  name: textSchema.optional(),
  approved: z.boolean().describe('是否为有关主管单位核准的平台'),
  kind: z.enum(['account', 'app', 'mini-program', 'site']).optional(),
  idLabel: textSchema.optional().describe('填表时永久编号一栏叫什么'),
  types: z.array(namedItem).min(1).max(10).optional().describe('账号的类型，例如 订阅号、服务号'),
  ids: z.array(platformId).min(1).max(6).optional().describe('能永久认定一个账号的编号'),
  handle: handle.optional().describe('会变的账号名，只用来查找'),
  hosts: z.array(host).min(1).max(40).optional().describe('属于这个平台的域名，含其下级'),
  shortHosts: z.array(host).min(1).max(40).optional().describe('短链接的域名，要先打开才知道指向谁'),
  urls: z.array(urlForm).min(1).max(40).optional().describe('哪些链接认得出账号，从上往下试'),
});
export type PlatformEntry = z.output<typeof platformSchema>;
