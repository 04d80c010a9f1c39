import { resolve } from 'node:path';
import { z } from 'zod';
import { settingWords, startWords } from '../contracts/operations/words.ts';
import { StartProblem } from './kernel/start-problem.ts';
import { sensibleThreads } from './threads/crew.ts';

/** Everything the environment may say about one installation; read once, here and nowhere else. */
export type Config = {
  host: string;
  port: number;
  /** The address people type, without a slash at the end; https switches on HSTS and secure cookies. */
  publicUrl: string;
  dataFolder: string;
  /** A PostgreSQL of one's own; null means the embedded one in the data folder. */
  databaseUrl: string | null;
  /** The same database under a login that owns nothing, for everything but migrations; null means `databaseUrl`. */
  databaseAppUrl: string | null;
  poolSize: number;
  /** Threads that check texts; each has tables of its own in memory. */
  checkThreads: number;
  /** Fills a new database with the demonstration jurisdictions, and lets the clock be set. */
  demo: boolean;
  /** Folders with policy packs beside the shipped ones. */
  packFolders: string[];
  logLevel: string;
  /** Addresses of reverse proxies whose X-Forwarded-For is believed. */
  trustProxy: string[];
  session: { idleMinutes: number; longestHours: number };
  lockout: { attempts: number; minutes: number };
  /** Requests a minute from one address before it is told to slow down; an office may share one address. */
  requestsPerMinute: number;
  mail: { url: string; from: string } | null;
  webhook: { url: string; kind: 'signed' | 'wecom' | 'dingtalk'; secret: string } | null;
  oidc: { issuer: string; clientId: string; clientSecret: string } | null;
};

type Environment = Record<string, string | undefined>;

const whole = (low: number, high: number, wanted: string) =>
  z.string().regex(/^\d+$/, wanted).transform(Number).pipe(z.int(wanted).min(low, wanted).max(high, wanted));
const url = (protocol: RegExp, wanted: string) => z.url({ protocol, error: wanted });
const text = z.string().min(1, settingWords.text);
const list = z.string().transform((value) =>
  value
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean),
);
const onOff = z
  .enum(['on', 'off', '1', '0', 'true', 'false', 'yes', 'no'], settingWords.switch)
  .transform((value) => ['on', '1', 'true', 'yes'].includes(value));

const settings = z.object({
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, settingWords.host)
    .default('127.0.0.1'),
  PORT: whole(1, 65_535, settingWords.port).default(8600),
  PUBLIC_URL: url(/^https?$/, settingWords.publicUrl)
    .refine((value) => new URL(value).pathname === '/', settingWords.publicUrl)
    .transform((value) => new URL(value).origin)
    .optional(),
  JUZHEN_DATA: z.string().min(1, settingWords.folder).default('./.data'),
  JUZHEN_PACKS: list.default([]),
  DATABASE_URL: url(/^postgres(ql)?$/, settingWords.databaseUrl).optional(),
  DATABASE_APP_URL: url(/^postgres(ql)?$/, settingWords.databaseUrl).optional(),
  DATABASE_POOL: whole(2, 100, settingWords.poolSize).default(10),
  CHECK_THREADS: whole(1, 16, settingWords.checkThreads).default(sensibleThreads),
  DEMO: onOff.default(true),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], settingWords.logLevel)
    .default('warn'),
  TRUST_PROXY: list.default([]),
  SESSION_IDLE_MINUTES: whole(1, 480, settingWords.idleMinutes).default(30),
  SESSION_LONGEST_HOURS: whole(1, 72, settingWords.sessionHours).default(12),
  LOCKOUT_ATTEMPTS: whole(3, 10, settingWords.attempts).default(5),
  LOCKOUT_MINUTES: whole(1, 1440, settingWords.lockMinutes).default(15),
  REQUESTS_PER_MINUTE: whole(60, 1_000_000, settingWords.requests).default(3000),
  SMTP_URL: url(/^smtps?$/, settingWords.mailUrl).optional(),
  SMTP_FROM: z.email(settingWords.mailFrom).optional(),
  WEBHOOK_URL: url(/^https?$/, settingWords.webhookUrl)
    .refine((value) => /^https:|^http:\/\/(localhost|127\.0\.0\.1)[:/]/.test(value), settingWords.webhookUrl)
    .optional(),
  WEBHOOK_KIND: z.enum(['signed', 'wecom', 'dingtalk'], settingWords.webhookKind).default('signed'),
  WEBHOOK_SECRET: z.string().min(16, settingWords.secret).optional(),
  OIDC_ISSUER: url(/^https?$/, settingWords.oidcIssuer).optional(),
  OIDC_CLIENT_ID: text.optional(),
  OIDC_CLIENT_SECRET: text.optional(),
});

/** Prefixes that are ours alone: a name below them that we do not know is a slip of the pen. */
const OUR_NAMES = /^(JUZHEN|SMTP|WEBHOOK|OIDC|SESSION|LOCKOUT)_/;
const FROM_ELSEWHERE = new Set(['JUZHEN_TEST_DOOR', 'SESSION_MANAGER']);
const TOGETHER = [
  ['SMTP_URL', 'SMTP_FROM'],
  ['WEBHOOK_URL', 'WEBHOOK_SECRET'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
] as const;

/** Reads the settings. Throws StartProblem for the first wrong one; a value is never repeated, it may be secret. */
export function readConfig(environment: Environment = process.env): Config {
  const unknown = Object.keys(environment).find(
    (name) => OUR_NAMES.test(name) && !(name in settings.shape) && !FROM_ELSEWHERE.has(name),
  );
  if (unknown) throw new StartProblem(startWords.setting(unknown, settingWords.unknown));
  // An empty variable is how shells and compose files say "not set".
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value));
  const read = settings.safeParse(given);
  if (!read.success) {
    const issue = read.error.issues[0];
    throw new StartProblem(startWords.setting(String(issue?.path[0]), issue?.message ?? settingWords.text));
  }
  requireTogether(given);
  return toConfig(read.data);
}

function requireTogether(given: Environment): void {
  if (given.DATABASE_APP_URL && !given.DATABASE_URL)
    throw new StartProblem(startWords.setting('DATABASE_APP_URL', settingWords.together('DATABASE_URL')));
  for (const group of TOGETHER) {
    const set = group.filter((name) => given[name]);
    const missing = group.filter((name) => !given[name]);
    if (set[0] && missing.length > 0)
      throw new StartProblem(startWords.setting(set[0], settingWords.together(missing.join('、'))));
  }
}

function toConfig(env: z.output<typeof settings>): Config {
  return {
    host: env.HOST,
    port: env.PORT,
    publicUrl: env.PUBLIC_URL ?? `http://${env.HOST === '0.0.0.0' ? 'localhost' : env.HOST}:${env.PORT}`,
    dataFolder: resolve(env.JUZHEN_DATA),
    databaseUrl: env.DATABASE_URL ?? null,
    databaseAppUrl: env.DATABASE_APP_URL ?? null,
    poolSize: env.DATABASE_POOL,
    checkThreads: env.CHECK_THREADS,
    demo: env.DEMO,
    packFolders: env.JUZHEN_PACKS.map((folder) => resolve(folder)),
    logLevel: env.LOG_LEVEL,
    trustProxy: env.TRUST_PROXY,
    session: { idleMinutes: env.SESSION_IDLE_MINUTES, longestHours: env.SESSION_LONGEST_HOURS },
    requestsPerMinute: env.REQUESTS_PER_MINUTE,
    lockout: { attempts: env.LOCKOUT_ATTEMPTS, minutes: env.LOCKOUT_MINUTES },
    mail: env.SMTP_URL && env.SMTP_FROM ? { url: env.SMTP_URL, from: env.SMTP_FROM } : null,
    webhook:
      env.WEBHOOK_URL && env.WEBHOOK_SECRET
        ? { url: env.WEBHOOK_URL, kind: env.WEBHOOK_KIND, secret: env.WEBHOOK_SECRET }
        : null,
    oidc:
      env.OIDC_ISSUER && env.OIDC_CLIENT_ID && env.OIDC_CLIENT_SECRET
        ? { issuer: env.OIDC_ISSUER, clientId: env.OIDC_CLIENT_ID, clientSecret: env.OIDC_CLIENT_SECRET }
        : null,
  };
}
