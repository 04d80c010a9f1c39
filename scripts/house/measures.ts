import { type Finding, isCode, isTest, type Source } from './source.ts';

const LONGEST = 300;
const LONGEST_TEST = 400;
const VAGUE = /(^|[/-])(utils?|helpers?|commons?|managers?|misc)(\.|\/|$)/;
/** The roles of files inside a server module; other files are use cases, `<verb>-<noun>.ts`, and tests. */
const ROLES =
  /^((index|model|abilities|rules|store|tables|view|routes|jobs|testing|[a-z0-9]+(-[a-z0-9]+)+)\.ts|[a-z0-9-]+\.(test|test-data)\.ts)$/;

/** Files keep to the house measure of length. */
export function length({ path, text }: Source): Finding[] {
  if (!isCode(path) && !path.endsWith('.css')) return [];
  const limit = isTest(path) ? LONGEST_TEST : LONGEST;
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  return lines > limit ? [{ path, line: limit + 1, message: `${lines} lines, at most ${limit}` }] : [];
}

/** Names say what a file is for; server modules hold the agreed roles and no folders. */
export function names({ path }: Source): Finding[] {
  if (!isCode(path)) return [];
  const found: Finding[] = [];
  if (VAGUE.test(path)) found.push({ path, line: 1, message: 'a name that says nothing' });
  const inModule = /^server\/modules\/[^/]+\/(.+)$/.exec(path)?.[1];
  if (inModule !== undefined && !ROLES.test(inModule))
    found.push({ path, line: 1, message: 'not a role of a module' });
  return found;
}
