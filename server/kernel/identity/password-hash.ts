import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

// OWASP's first choice for argon2id on a server: 19 MiB, two passes, one lane. Salt and parameters stand in the hash.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Letters and digits that are not mistaken for one another when read from paper. */
const READABLE = 'abcdefghjkmnpqrstuvwxyz';
const DIGITS = '23456789';
const INITIAL_LETTERS = 12;
const INITIAL_DIGITS = 8;

const FAST = '$sha256$';

/** The hash of a password a person chose. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), COST);
}

/** A random password that is shown once and has to be changed: 79 bits, letters, digits and a symbol. */
export function initialPassword(): string {
  const draw = (from: string, n: number) =>
    Array.from({ length: n }, () => from[randomInt(from.length)]).join('');
  return `${draw(READABLE, INITIAL_LETTERS / 2)}-${draw(DIGITS, INITIAL_DIGITS)}-${draw(READABLE, INITIAL_LETTERS / 2)}`;
}

/**
 * The hash of an initial password. It is random and long enough that guessing fails with a fast hash too, which
 * lets an import make twenty thousand of them.
 */
export function hashInitialPassword(password: string): string {
  const salt = randomBytes(16).toString('base64url');
  return `${FAST}${salt}$${fastDigest(salt, password).toString('base64url')}`;
}

/** Whether a password has that hash. Without a hash the same work is done, so that time tells nothing. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  if (stored?.startsWith(FAST)) {
    const [salt, digest] = stored.slice(FAST.length).split('$');
    const same = timingSafeEqual(fastDigest(salt ?? '', password), Buffer.from(digest ?? '', 'base64url'));
    await verify(await nobodysHash(), password);
    return same;
  }
  const right = await verify(stored ?? (await nobodysHash()), password.normalize('NFKC'));
  return right && stored !== null;
}

function fastDigest(salt: string, password: string): Buffer {
  return createHash('sha256').update(`${salt}${password}`).digest();
}

let nobody: Promise<string> | undefined;

function nobodysHash(): Promise<string> {
  nobody ??= hash(randomBytes(24).toString('base64url'), COST);
  return nobody;
}
