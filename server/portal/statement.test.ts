import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { CompactSign } from 'jose';
import { expect, test } from 'vitest';
import type { OpenAccount } from '../../contracts/portal/wire.ts';
import { createSigner } from './statement.ts';

const SITE = 'https://example.gov.cn';
const NOW = { iso: '2026-09-29T01:00:00.000Z', day: '2026-09-29' };
const account: OpenAccount = {
  number: '220621-2026-0001',
  name: '抚松教育',
  platform: 'wechat',
  platformName: '微信公众号',
  uid: 'MzA4MjQxNjQzMA==',
  url: null,
  host: '抚松县教育局',
  jurisdiction: '220621',
  jurisdictionName: '抚松县',
  state: 'operating',
  openedOn: '2026-09-01',
  page: `${SITE}/public/accounts/220621/220621-2026-0001`,
};
const { privateKey } = generateKeyPairSync('ed25519');

test('a statement says what the registry says, and is known again', async () => {
  const signer = await createSigner(privateKey, SITE);
  const text = await signer.sign(account, NOW);
  expect(await signer.verify(text)).toEqual({
    iss: SITE,
    sub: account.page,
    iat: 1790643600,
    asOf: '2026-09-29',
    account,
  });
});

test('anybody can check it with the public key alone, without this program', async () => {
  const signer = await createSigner(privateKey, SITE);
  const [head, body, mark] = (await signer.sign(account, NOW)).split('.');
  const [key] = signer.keys.keys;
  const open = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: String(key?.x) }, format: 'jwk' });
  expect(verify(null, Buffer.from(`${head}.${body}`), open, Buffer.from(String(mark), 'base64url'))).toBe(
    true,
  );
  expect(JSON.parse(Buffer.from(String(head), 'base64url').toString())).toMatchObject({
    alg: 'EdDSA',
    kid: key?.kid,
  });
  expect(JSON.stringify(signer.keys)).not.toContain('"d"');
});

test('one changed character, a foreign key, another issuer, another kind of paper, no signature: refused', async () => {
  const signer = await createSigner(privateKey, SITE);
  const text = await signer.sign(account, NOW);
  const [head, body, mark] = text.split('.');
  const other = Buffer.from(
    JSON.stringify({
      ...JSON.parse(Buffer.from(String(body), 'base64url').toString()),
      sub: 'https://evil.cn',
    }),
  ).toString('base64url');
  const foreign = await createSigner(generateKeyPairSync('ed25519').privateKey, SITE);
  const elsewhere = await createSigner(privateKey, 'https://other.gov.cn');
  const nothing = Buffer.from('{"alg":"none","typ":"juzhen-account+jws"}').toString('base64url');
  const paper = await new CompactSign(Buffer.from('{}'))
    .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT' })
    .sign(privateKey);
  for (const wrong of [
    `${head}.${other}.${mark}`,
    await foreign.sign(account, NOW),
    await elsewhere.sign(account, NOW),
    `${nothing}.${body}.`,
    paper,
    `${text}x`,
    'abc',
    '',
    '\u0000'.repeat(50),
  ]) {
    expect(await signer.verify(wrong)).toBeNull();
  }
});
