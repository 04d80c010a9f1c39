import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const STEP_SECONDS = 30;
const DIGITS = 6;
const SECRET_BYTES = 20;
/** Steps before and after the present one that are taken too: clocks of phones differ. */
const DRIFT_STEPS = 1;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A new secret of 160 bits (RFC 4226, section 4). */
export function newTotpSecret(): Buffer {
  return randomBytes(SECRET_BYTES);
}

/** Base32 of RFC 4648 without padding, as authenticator apps take it. */
export function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => BASE32[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('');
}

/** The address that authenticator apps read from a QR code. */
export function totpUri(issuer: string, userName: string, secret: Buffer): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(userName)}`;
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=${DIGITS}&period=${STEP_SECONDS}`;
}

/** The code of a time step (RFC 6238 with SHA-1, truncated as in RFC 4226, section 5.3). */
export function totpAt(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0xf;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** DIGITS).padStart(DIGITS, '0');
}

/** The time step of an instant in milliseconds. */
export function stepOf(milliseconds: number): number {
  return Math.floor(milliseconds / 1000 / STEP_SECONDS);
}

/** The step a code belongs to, when it is right and later than the last one used; else null. */
export function matchTotp(secret: Buffer, code: string, now: number, lastStep: number | null): number | null {
  const present = stepOf(now);
  let match: number | null = null;
  for (let step = present - DRIFT_STEPS; step <= present + DRIFT_STEPS; step++) {
    const same =
      code.length === DIGITS &&
      timingSafeEqual(
        Buffer.from(totpAt(secret, step)),
        Buffer.from(code.padEnd(DIGITS).slice(0, DIGITS), 'latin1'),
      );
    if (same && (lastStep === null || step > lastStep)) match = step;
  }
  return match;
}
