import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { CompactSign, compactVerify, exportJWK, type JWK } from 'jose';
import { type OpenAccount, type Statement, statement } from '../../contracts/portal/wire.ts';
import type { Now } from '../kernel/context.ts';

const ALGORITHM = 'EdDSA';
const TYPE = 'juzhen-account+jws';

/** Signs and checks statements that an account is official (JWS compact serialisation, RFC 7515, with Ed25519). */
export interface Signer {
  /** The public keys as a JWK set, for whoever checks a statement by other means. */
  readonly keys: { readonly keys: readonly JWK[] };
  sign(account: OpenAccount, now: Now): Promise<string>;
  /** What a statement says; null where it was not signed here, or not as it stands. */
  verify(text: string): Promise<Statement | null>;
}

/** `issuer`: the public address of this installation. */
export async function createSigner(key: KeyObject, issuer: string): Promise<Signer> {
  const open = createPublicKey(key);
  const jwk = await exportJWK(open);
  const kid = createHash('sha256').update(String(jwk.x)).digest('base64url').slice(0, 16);
  return {
    keys: { keys: [{ ...jwk, kid, alg: ALGORITHM, use: 'sig' }] },
    sign: (account, now) => {
      const says: Statement = {
        iss: issuer,
        sub: account.page,
        iat: Math.floor(Date.parse(now.iso) / 1000),
        asOf: now.day,
        account,
      };
      return new CompactSign(Buffer.from(JSON.stringify(says)))
        .setProtectedHeader({ alg: ALGORITHM, kid, typ: TYPE })
        .sign(key);
    },
    verify: async (text) => {
      try {
        const { payload, protectedHeader } = await compactVerify(text, open, { algorithms: [ALGORITHM] });
        if (protectedHeader.typ !== TYPE) return null;
        const read = statement.safeParse(JSON.parse(new TextDecoder().decode(payload)));
        return read.success && read.data.iss === issuer ? read.data : null;
      } catch {
        return null;
      }
    },
  };
}
