import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const KEY_BYTES = 32;
const NAME = 'identity.key';

/**
 * The key under which second factors are sealed, 32 bytes in `identity.key` of the data folder; made at the first
 * start. It belongs into the backup beside the database: without it everyone sets up the second factor anew.
 */
export function readIdentityKey(dataFolder: string): Buffer {
  mkdirSync(dataFolder, { recursive: true });
  const path = join(dataFolder, NAME);
  return readKey(path) ?? makeKey(path);
}

function readKey(path: string): Buffer | null {
  try {
    const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64url');
    if (key.length !== KEY_BYTES) throw new Error(`${path}: not a key of ${KEY_BYTES} bytes`);
    return key;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Written aside and linked into place, so that of two processes starting together both read one whole key. */
function makeKey(path: string): Buffer {
  const aside = `${path}.${process.pid}`;
  writeFileSync(aside, `${randomBytes(KEY_BYTES).toString('base64url')}\n`, { mode: 0o600 });
  try {
    linkSync(aside, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
  const key = readKey(path);
  if (!key) throw new Error(`${path}: cannot be read back`);
  return key;
}
