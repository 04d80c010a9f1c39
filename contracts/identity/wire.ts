import { z } from 'zod';
import { basisRef, id, line } from '../kernel/wire.ts';

export const signInBody = z.strictObject({
  userName: line(64).min(1).describe('用户名'),
  password: z.string().min(1).max(256).describe('口令'),
  totp: z
    .string()
    .regex(/^\d{6}$/)
    .optional()
    .describe('动态码（启用两步验证时）'),
});

/** A post the signed-in person holds today. */
const myPost = z.strictObject({
  postId: id,
  kind: z.string(),
  title: z.string(),
  unitId: id,
  unitName: z.string(),
  jurisdiction: z.string(),
});

/** What the password has to be, and on what basis. */
const passwordRules = z.strictObject({
  minLength: z.int(),
  classes: z.int().describe('数字、字母、符号中至少几类'),
  changeEvery: z.string().nullable().describe('更换周期的说法，如 3个月'),
  basis: z.array(basisRef),
});

/** The signed-in session as the browser needs it. `csrf` goes back in the header x-csrf-token of every change. */
export const session = z.strictObject({
  person: z.strictObject({ id, name: z.string() }),
  userName: z.string(),
  posts: z.array(myPost),
  abilities: z.strictObject({
    administer: z.boolean().describe('管理单位与人员'),
    calendar: z.boolean().describe('更新工作日历'),
    audit: z.boolean().describe('查看审计'),
    file: z.boolean().describe('办理备案'),
    intake: z.boolean().describe('导入既有账号'),
    consolidation: z.boolean().describe('查看清理整合建议'),
    demoClock: z.boolean().describe('演示环境中调整时钟'),
  }),
  today: z.string(),
  demo: z.boolean(),
  csrf: z.string(),
  mustChangePassword: z.boolean(),
  passwordDueDay: z.string().nullable(),
  passwordRules,
  totpEnabled: z.boolean(),
});
export type Session = z.infer<typeof session>;

export const changePasswordBody = z.strictObject({
  current: z.string().min(1).max(256),
  next: z.string().min(1).max(256),
});

/** First step of switching on the second factor: the secret to put into an authenticator app. */
export const totpSetup = z.strictObject({ secret: z.string(), uri: z.string() });
export const totpConfirmBody = z.strictObject({ code: z.string().regex(/^\d{6}$/) });
export const passwordBody = z.strictObject({ password: z.string().min(1).max(256) });

/** The answer to a change that has nothing to tell. */
export const nothing = z.strictObject({});

/** Ways to sign in besides user name and password. */
export const signInWays = z.strictObject({
  password: z.boolean(),
  openId: z.strictObject({ name: z.string(), url: z.string() }).nullable(),
  demo: z
    .array(z.strictObject({ userName: z.string(), password: z.string(), post: z.string(), unit: z.string() }))
    .describe('演示登录；仅演示环境非空'),
});

export const clockBody = z.strictObject({
  now: z.iso.datetime({ offset: true }).nullable().describe('演示时钟；null 恢复真实时间'),
});
