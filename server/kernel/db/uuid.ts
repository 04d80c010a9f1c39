import { randomBytes } from 'node:crypto';

const COUNTER_BITS = 12;
const COUNTER_LIMIT = 1 << COUNTER_BITS;
/** A fresh millisecond starts in the lower half, which leaves room to count up. */
const SEED_LIMIT = COUNTER_LIMIT / 2;

/**
 * Makes UUIDs of version 7 (RFC 9562, section 6.2, method 1): 48 bits of Unix milliseconds, a 12-bit counter,
 * 62 random bits. Within one process each sorts after the one before, also if the clock stands or goes back.
 */
export function uuidSequence(clock: () => number): () => string {
  let last = -1;
  let counter = 0;
  return () => {
    const random = randomBytes(10);
    const now = clock();
    if (now > last) {
      last = now;
      counter = random.readUInt16BE(0) % SEED_LIMIT;
    } else {
      counter += 1;
      if (counter === COUNTER_LIMIT) {
        last += 1;
        counter = 0;
      }
    }
    return format(last, counter, random.subarray(2));
  };
}

/** The next identifier of this process. */
export const newId = uuidSequence(() => Date.now());

function format(milliseconds: number, counter: number, random: Buffer): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(milliseconds, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  random.copy(bytes, 8);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
