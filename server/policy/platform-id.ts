import type { CharacterClass, IdFormat, PlatformEntry, PlatformId } from './values-platform.ts';

/** A platform whose name, kind and label some level declares. */
export type Platform = PlatformEntry & {
  readonly name: string;
  readonly kind: NonNullable<PlatformEntry['kind']>;
  readonly idLabel: string;
};

const CLASSES: Readonly<Record<CharacterClass, RegExp>> = {
  digits: /^[0-9]$/,
  hex: /^[0-9a-f]$/,
  'lower-digits': /^[0-9a-z]$/,
  'letters-digits': /^[0-9A-Za-z]$/,
  token: /^[0-9A-Za-z_-]$/,
  base64: /^[0-9A-Za-z+/]$/,
  package: /^[0-9A-Za-z_.-]$/,
  domain: /^[0-9a-z.-]$/,
  name: /^[\p{L}\p{N}_.·・-]$/u,
};
const LONGEST_ID = 160;

/** Whether somebody declares the platform; a level that only switches one off does not. */
export function isDeclared(platform: PlatformEntry): platform is Platform {
  return platform.name !== undefined && platform.kind !== undefined && platform.idLabel !== undefined;
}

/** Whether a text is written as one of the formats says; one look at each character. */
export function isWritten(text: string, formats: readonly IdFormat[]): boolean {
  return text.length <= LONGEST_ID && formats.some((format) => fits(text, format));
}

function fits(text: string, { prefix = '', suffix = '', chars, min, max }: IdFormat): boolean {
  if (!text.startsWith(prefix) || !text.endsWith(suffix)) return false;
  if (text.length < prefix.length + suffix.length) return false;
  const middle = [...text.slice(prefix.length, text.length - suffix.length)];
  if (middle.length < min || middle.length > max) return false;
  return middle.every((each) => CLASSES[chars].test(each)) && (chars !== 'domain' || isDomain(middle));
}

/** A host name: two labels or more, none empty, none beginning or ending with a hyphen, the last one no number. */
function isDomain(characters: readonly string[]): boolean {
  const labels = characters.join('').split('.');
  return (
    labels.length > 1 &&
    labels.every((label) => label !== '' && !label.startsWith('-') && !label.endsWith('-'))
  );
}

/** The text in the form in which the identifier is kept. */
export function asKept(text: string, id: Pick<PlatformId, 'fold'>): string {
  return id.fold ? text.toLowerCase() : text;
}

/**
 * Which of the platform's identifiers a text is, in the form in which it is kept: its lasting ones first, null where
 * it is none. A platform that names no identifiers takes any text as its own.
 */
export function identifierOf(
  platform: Pick<PlatformEntry, 'ids'>,
  text: string,
): { readonly kind: string; readonly value: string } | null {
  if (!platform.ids) return text === '' ? null : { kind: 'id', value: text };
  for (const id of platform.ids) {
    const value = asKept(text, id);
    if (isWritten(value, id.formats)) return { kind: id.id, value };
  }
  return null;
}
