import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const NAME = 'statement-key.pem';

/**
 * The Ed25519 key with which statements to the public are signed, `statement-key.pem` (PKCS #8) of the data folder;
 * made at the first start. It belongs into the backup: under a new key old statements no longer verify. Several
 * servers of one installation need the same file.
 */
export function readSigningKey(dataFolder: string): KeyObject {
  mkdirSync(dataFolder, { recursive: true });
  const path = join(dataFolder, NAME);
  return readKey(path) ?? makeKey(path);
}

function readKey(path: string): KeyObject | null {
  let pem: string;
  try {
    pem = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${path}: not an Ed25519 key`);
  return key;
}

/** Written aside and linked into place, so that of two processes starting together both read one whole key. */
function makeKey(path: string): KeyObject {
  const aside = `${path}.${process.pid}`;
  const { privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(aside, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
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
