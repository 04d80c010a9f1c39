/** Characters that a file system, a shell or a reader of names may take for something else. */
const UNSAFE = /[\p{Cc}\p{Cs}\p{Cf}/\\:*?"<>|\u2028\u2029]/gu;
/** Names that Windows keeps for devices, with any ending. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const LONGEST = 80;

/**
 * A name that is safe within an archive: no path, no control or turning characters, no device, nothing that a
 * spreadsheet takes for a formula, at most 80 characters with its ending kept.
 */
export function safeName(name: string, instead: string): string {
  const plain = name
    .normalize('NFC')
    .replace(UNSAFE, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const shortened = shorten(plain);
  if (shortened === '' || /^_+$/.test(shortened)) return instead;
  return /^[=+\-@]/.test(shortened) || DEVICES.test(shortened) ? `_${shortened}` : shortened;
}

function shorten(name: string): string {
  const characters = [...name];
  if (characters.length <= LONGEST) return name;
  const ending = /\.[\p{L}\p{N}]{1,8}$/u.exec(name)?.[0] ?? '';
  return `${characters
    .slice(0, LONGEST - ending.length)
    .join('')
    .trimEnd()}${ending}`;
}

/** Paths that differ even where capitals do not count: the second of a name gets a number. */
export function distinctPaths(): (folder: string, name: string) => string {
  const taken = new Set<string>();
  return (folder, name) => {
    const dot = name.lastIndexOf('.');
    const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
    for (let n = 1; ; n++) {
      const path = `${folder}${folder === '' ? '' : '/'}${stem}${n === 1 ? '' : `-${n}`}${ending}`;
      const key = path.toLowerCase();
      if (taken.has(key)) continue;
      taken.add(key);
      return path;
    }
  };
}
