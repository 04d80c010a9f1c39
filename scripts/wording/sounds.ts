import { pinyin } from 'pinyin-pro';
import type { Reading } from './join-confusions.ts';

/** The readings of all characters, and for each syllable the group of those that sound near it. */
export interface Sounds {
  readonly readings: readonly Reading[];
  readonly groups: Uint16Array;
}

/** Readings by pinyin-pro; `first` is the symbol of the first character. */
export function soundsOf(characters: readonly string[], first: number): Sounds {
  const syllables = new Map<string, number>();
  const readings: Reading[] = [];
  characters.forEach((character, place) => {
    if (!/\p{Script=Han}/u.test(character)) return;
    for (const sound of new Set(pinyin(character, { toneType: 'num', type: 'array', multiple: true }))) {
      const [, syllable = '', tone = '0'] = /^([a-zü:]+)(\d?)$/.exec(sound) ?? [];
      if (!syllable) continue;
      if (!syllables.has(syllable)) syllables.set(syllable, syllables.size);
      readings.push({ symbol: first + place, syllable: syllables.get(syllable) ?? 0, tone: Number(tone) });
    }
  });
  const names = new Map<string, number>();
  const groups = Uint16Array.from(syllables.keys(), (syllable) => {
    const name = blur(syllable);
    if (!names.has(name)) names.set(name, names.size);
    return names.get(name) ?? 0;
  });
  return { readings, groups };
}

/** What many speakers do not tell apart: zh/z, ch/c, sh/s, n/l, f/h before u, and finals with n and ng. */
function blur(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^n/, 'l')
    .replace(/^fu/, 'hu')
    .replace(/([aei])ng$/, '$1n');
}
