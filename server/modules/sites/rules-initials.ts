/** Initials that were found, and how many syllables at the end had to be spelled out for them to be free. */
export interface Initials {
  readonly initials: string;
  readonly spelledOut: number;
  /** The figure that was added in the end; null where none was needed. */
  readonly figure: number | null;
}

/** The initials of a name by its syllables: qi jiang ren she → qjrs. */
export function initialsOf(syllables: readonly string[]): string {
  return syllables.map((each) => each.slice(0, 1)).join('');
}

/**
 * Initials that nobody on the site has yet. Whoever had them first keeps them; the later unit spells out its last
 * syllable, then the last two, and so on (qjjt → qjjtong), and when all are spelled out adds 2, 3, 4 …
 */
export function freeInitials(syllables: readonly string[], taken: ReadonlySet<string>): Initials {
  for (let spelledOut = 0; spelledOut <= syllables.length; spelledOut++) {
    const kept = syllables.length - spelledOut;
    const initials = initialsOf(syllables.slice(0, kept)) + syllables.slice(kept).join('');
    if (!taken.has(initials)) return { initials, spelledOut, figure: null };
  }
  for (let figure = 2; ; figure++) {
    const initials = `${initialsOf(syllables)}${figure}`;
    if (!taken.has(initials)) return { initials, spelledOut: 0, figure };
  }
}
