import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { assemble } from './assemble.ts';
import type { PackProblem } from './model.ts';
import type { LoadResult } from './pack-set.ts';
import type { RawFile, RawPack } from './parse-pack.ts';

const MAX_FILE_BYTES = 1024 * 1024;
const MAX_FILES_PER_PACK = 200;

interface Found {
  packs: RawPack[];
  geography: RawFile[];
  problems: PackProblem[];
}

/**
 * Reads and checks the packs in some folders together: each folder is one pack (it holds pack.yaml) or a folder of
 * packs, which may also hold jurisdictions.yaml. A folder given twice, or inside another one given, counts once.
 * Never throws for what is on disk: every problem is in the answer.
 */
export async function loadPacks(dirs: readonly string[]): Promise<LoadResult> {
  const found: Found = { packs: [], geography: [], problems: [] };
  const seen = new Set<string>();
  for (const dir of dirs) await readFolder(dir, found, seen);
  const result = assemble(found);
  if (found.problems.length === 0) return result;
  return { ok: false, problems: [...found.problems, ...(result.ok ? [] : result.problems)] };
}

async function readFolder(dir: string, found: Found, seen: Set<string>): Promise<void> {
  const names = await namesIn(dir);
  if (names === undefined) {
    found.problems.push({ file: dir, path: '', reason: '没有这个文件夹，或没有权限读取' });
    return;
  }
  if (names.includes('pack.yaml')) return readPack(dir, found, seen);
  const folders = await foldersAmong(dir, names);
  const packs = folders.filter((name) => !name.startsWith('_'));
  if (folders.includes('rules') || folders.includes('cases')) {
    found.problems.push(withoutHead(dir, names));
    return;
  }
  if (packs.length === 0)
    found.problems.push({
      file: shown(dir),
      path: '',
      reason: '文件夹里没有法规包',
      hint: '法规包文件夹里要有 pack.yaml',
    });
  for (const name of names.filter((one) => !folders.includes(one) && !one.startsWith('.'))) {
    if (name === 'jurisdictions.yaml') await readOnce(join(dir, name), name, found.geography, found, seen);
    else if (/\.ya?ml$/.test(name)) found.problems.push(misplaced(join(dir, name), name));
  }
  for (const name of packs) await readPack(join(dir, name), found, seen);
}

async function readPack(dir: string, found: Found, seen: Set<string>): Promise<void> {
  const real = await realpath(dir);
  if (seen.has(real)) return;
  seen.add(real);
  const files: RawFile[] = [];
  const names = await filesBelow(dir);
  if (names.length > MAX_FILES_PER_PACK) {
    found.problems.push({
      file: shown(dir),
      path: '',
      reason: `文件太多：一个法规包至多 ${MAX_FILES_PER_PACK} 个文件`,
    });
    return;
  }
  for (const name of names) {
    if (!/^(pack\.yaml|clauses\.yaml|(rules|cases)\/[^/]+\.yaml)$/.test(name))
      found.problems.push(misplaced(join(dir, name), name));
    else await readOnce(join(dir, name), name, files, found, seen);
  }
  found.packs.push({ file: shown(dir), files });
}

async function readOnce(
  path: string,
  name: string,
  into: RawFile[],
  found: Found,
  seen: Set<string>,
): Promise<void> {
  const real = await realpath(path).catch(() => path);
  if (seen.has(real)) return;
  seen.add(real);
  const info = await stat(path).catch(() => undefined);
  if (!info?.isFile()) found.problems.push({ file: shown(path), path: '', reason: '不是普通文件，读不了' });
  else if (info.size > MAX_FILE_BYTES)
    found.problems.push({ file: shown(path), path: '', reason: '文件过大：不得超过1兆字节，请拆成几个文件' });
  else {
    const text = (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
    if (text.includes('\uFFFD')) found.problems.push(notUtf8(path));
    else into.push({ name, file: shown(path), text });
  }
}

/** Notepad saves as ANSI (GBK) unless told otherwise; read as UTF-8 the names would be garbage and still pass. */
function notUtf8(path: string): PackProblem {
  return {
    file: shown(path),
    path: '',
    reason: '文件的编码不是 UTF-8，读出来是乱码',
    hint: '用记事本“另存为”，编码选 UTF-8',
  };
}

/** A pack without its head, not a folder of packs: say which file is missing where. */
function withoutHead(dir: string, names: readonly string[]): PackProblem {
  const alike = names.find((name) => /^pack\./.test(name));
  return {
    file: shown(dir),
    path: '',
    reason: '缺少 pack.yaml',
    hint: alike === undefined ? '每个法规包文件夹里都要有 pack.yaml' : `文件 ${alike} 要改名为 pack.yaml`,
  };
}

function misplaced(path: string, name: string): PackProblem {
  const hint = /\.(yml|ya?ml\.txt)$/.test(name)
    ? '扩展名要用 .yaml'
    : '法规包里只有 pack.yaml、clauses.yaml、rules/ 和 cases/ 下的 .yaml 文件';
  return { file: shown(path), path: '', reason: '法规包里不应有这个文件', hint };
}

async function namesIn(dir: string): Promise<string[] | undefined> {
  return readdir(dir).then(
    (names) => names.sort(),
    () => undefined,
  );
}

async function foldersAmong(dir: string, names: readonly string[]): Promise<string[]> {
  const checked = await Promise.all(
    names.map(async (name) =>
      (await stat(join(dir, name)).catch(() => undefined))?.isDirectory() ? [name] : [],
    ),
  );
  return checked.flat().filter((name) => !name.startsWith('.'));
}

/** Names of the files of a pack, two levels deep, hidden ones and notes for people (.md, .txt but not .yaml.txt) left out. */
async function filesBelow(dir: string): Promise<string[]> {
  const names = (await namesIn(dir)) ?? [];
  const folders = await foldersAmong(dir, names);
  const inner = await Promise.all(
    folders.map(async (folder) =>
      ((await namesIn(join(dir, folder))) ?? []).map((name) => `${folder}/${name}`),
    ),
  );
  return [...names.filter((name) => !folders.includes(name)), ...inner.flat()].filter(
    (name) => !/(^|\/)\./.test(name) && !/(?<!\.ya?ml)\.(md|txt)$/.test(name),
  );
}

function shown(path: string): string {
  const short = relative('.', path);
  return short === '' || short.startsWith('..') ? path : short;
}
