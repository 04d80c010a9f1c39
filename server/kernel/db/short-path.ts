import { createHash } from 'node:crypto';
import { lstatSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Addresses of Unix sockets hold 107 bytes on Linux, 103 on macOS; the longest name we add has 17. */
const LONGEST_FOLDER = 80;

/** A folder path short enough for a Unix socket in it: the folder itself, or a link to it among the temporary files. */
export function shortPath(folder: string): string {
  if (Buffer.byteLength(folder) <= LONGEST_FOLDER) return folder;
  const link = linkOf(folder);
  if (!leadsTo(link, folder)) {
    rmSync(link, { force: true });
    symlinkSync(folder, link);
  }
  return link;
}

/** Removes the link, if there is one. */
export function forgetShortPath(folder: string): void {
  if (leadsTo(linkOf(folder), folder)) rmSync(linkOf(folder), { force: true });
}

function linkOf(folder: string): string {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 12);
  return join(tmpdir(), `juzhen-${process.getuid?.() ?? 0}-${name}`);
}

function leadsTo(link: string, folder: string): boolean {
  try {
    return lstatSync(link).uid === process.getuid?.() && readlinkSync(link) === folder;
  } catch {
    return false;
  }
}
