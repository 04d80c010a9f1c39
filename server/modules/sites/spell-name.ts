import { pinyin } from 'pinyin-pro';
import { nameReadings } from '../../../contracts/sites/readings.ts';

/** How a name is read, one syllable a character; figures and Latin letters stand for themselves. */
export type Spelling =
  | { readonly ok: true; readonly syllables: readonly string[] }
  | { readonly ok: false; readonly unreadable: string };

/** A reading that goes before the dictionary: 长寿 → chang shou. */
export interface NameReading {
  readonly label: string;
  readonly reading: string;
}

/**
 * Spells a name in pinyin without tones: readings of the county's pack first, then the list of exceptions, then the
 * dictionary; of several that fit the longest. Marks and spaces are left out. A character nobody can read is told.
 */
export function spellName(name: string, local: readonly NameReading[] = []): Spelling {
  const known = new Map([
    ...Object.entries(nameReadings),
    ...local.map(({ label, reading }): [string, string] => [label, reading]),
  ]);
  const syllables: string[] = [];
  let plain = '';
  const flush = () => {
    syllables.push(...fromDictionary(plain));
    plain = '';
  };
  const text = name.normalize('NFKC');
  for (let at = 0; at < text.length; ) {
    const label = longestAt(text, at, known);
    if (label === null) {
      const [character = ''] = text.slice(at);
      plain += character;
      at += character.length;
    } else {
      flush();
      syllables.push(...(known.get(label) ?? '').split(' '));
      at += label.length;
    }
  }
  flush();
  const unreadable = syllables.find((each) => !/^[a-z0-9]+$/.test(each));
  return unreadable === undefined ? { ok: true, syllables } : { ok: false, unreadable };
}

function longestAt(text: string, at: number, known: ReadonlyMap<string, string>): string | null {
  let longest: string | null = null;
  for (const label of known.keys())
    if (text.startsWith(label, at) && label.length > (longest?.length ?? 0)) longest = label;
  return longest;
}

/** Han characters by the dictionary (ü as v), each figure or letter by itself, everything else dropped. */
function fromDictionary(text: string): string[] {
  const kept = [...text].filter((each) => /[\p{L}\p{N}]/u.test(each)).join('');
  if (kept === '') return [];
  return pinyin(kept, { toneType: 'none', type: 'array', v: true }).map((each) => each.toLowerCase());
}
