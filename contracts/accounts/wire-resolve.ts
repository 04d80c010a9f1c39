import { z } from 'zod';
import { day, line } from '../kernel/wire.ts';

export const resolveQuery = z.strictObject({
  q: line(2000).describe('链接、平台编号或账号名称'),
});

export const resolution = z.strictObject({
  verdict: z
    .enum([
      'official',
      'ended',
      'former',
      'same-name',
      'none',
      'short-link',
      'several-links',
      'content-link',
      'no-account',
      'nothing-asked',
    ])
    .describe(
      'official是登记的官方账号；short-link短链接须先打开；several-links有几个链接，须逐个查；content-link只是一篇内容；none没有登记',
    ),
  sentence: z.string(),
  platform: z.strictObject({ id: z.string(), name: z.string(), approved: z.boolean() }).nullable(),
  read: z.strictObject({ kind: z.string(), value: z.string() }).nullable(),
  accounts: z.array(
    z.strictObject({
      number: z.string(),
      name: z.string(),
      platform: z.string(),
      platformName: z.string(),
      host: z.string(),
      jurisdiction: z.string(),
      state: z.enum(['operating', 'closed', 'cancelled']),
      url: z.string().nullable(),
      openedOn: day.nullable(),
    }),
  ),
});
