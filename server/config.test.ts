import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

test('an empty environment gives a demonstration on this machine with the embedded database', () => {
  expect(readConfig({})).toMatchObject({
    host: '127.0.0.1',
    port: 8600,
    publicUrl: 'http://127.0.0.1:8600',
    databaseUrl: null,
    demo: true,
    mail: null,
    webhook: null,
    oidc: null,
  });
});

test('an empty variable counts as not set', () => {
  expect(readConfig({ DATABASE_URL: '', PORT: '' })).toMatchObject({ databaseUrl: null, port: 8600 });
});

test('the login of the server goes with the database it leads to', () => {
  const owner = 'postgresql://juzhen@db/juzhen';
  const app = 'postgresql://juzhen_web@db/juzhen';
  expect(readConfig({ DATABASE_URL: owner, DATABASE_APP_URL: app })).toMatchObject({
    databaseUrl: owner,
    databaseAppUrl: app,
  });
  expect(readConfig({ DATABASE_URL: owner }).databaseAppUrl).toBeNull();
  expect(() => readConfig({ DATABASE_APP_URL: app })).toThrow('DATABASE_URL');
});

test.each([
  ['PORT', 'abc'],
  ['PORT', '0'],
  ['PORT', '70000'],
  ['PORT', '86.5'],
  ['HOST', 'a b'],
  ['DATABASE_URL', 'mysql://a/b'],
  ['DATABASE_URL', 'localhost:5432'],
  ['PUBLIC_URL', 'ftp://example.cn'],
  ['PUBLIC_URL', 'https://example.cn/juzhen'],
  ['CHECK_THREADS', '0'],
  ['DEMO', 'maybe'],
  ['LOG_LEVEL', 'loud'],
  ['SESSION_IDLE_MINUTES', '0'],
  ['SMTP_URL', 'http://mail'],
  ['WEBHOOK_URL', 'http://example.cn/hook'],
  ['WEBHOOK_KIND', 'pigeon'],
  ['WEBHOOK_SECRET', 'short'],
  ['JUZHEN_DTAA', '/srv'],
])('%s=%s is one Chinese line that names the setting and not its value', (name, value) => {
  const attempt = () => readConfig({ [name]: value });
  expect(attempt).toThrow(new RegExp(`^环境变量 ${name} 的设置不对：[^\\n]*。请改正后重新启动。$`));
});

test('a way out of the workbench needs all its parts', () => {
  expect(() => readConfig({ SMTP_URL: 'smtp://mail.example.cn' })).toThrow('须与 SMTP_FROM 一起设置');
  expect(() => readConfig({ OIDC_ISSUER: 'https://id.example.cn' })).toThrow(
    'OIDC_CLIENT_ID、OIDC_CLIENT_SECRET',
  );
});

test('the public address loses its slash', () => {
  expect(readConfig({ PUBLIC_URL: 'https://juzhen.example.cn/' }).publicUrl).toBe(
    'https://juzhen.example.cn',
  );
});
