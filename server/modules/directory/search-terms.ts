/** One thing by which a subject is found. */
export interface Term {
  readonly jurisdiction: string;
  readonly subjectId: string;
  /** One or two characters of a name, in lower case. */
  readonly gram: string;
}

/** The single characters and pairs of neighbours in texts, each once: '人社局' → 人 社 局 人社 社局. */
export function gramsOf(texts: readonly (string | null)[]): string[] {
  const grams = new Set<string>();
  for (const text of texts) {
    const characters = [...(text ?? '').toLowerCase()].filter((each) => each.trim() !== '');
    characters.forEach((each, index) => {
      grams.add(each);
      const next = characters[index + 1];
      if (next !== undefined) grams.add(each + next);
    });
  }
  return [...grams];
}

/** What a subject must have for a searched text to be in one of its names: all pairs of the text, or its one character. */
export function gramsToFind(text: string): string[] {
  const grams = gramsOf([text]);
  const pairs = grams.filter((each) => [...each].length === 2);
  return (pairs.length > 0 ? pairs : grams).slice(0, 8);
}

/** The terms of a unit or a person. */
export function termsOf(
  subject: { id: string; jurisdiction: string },
  texts: readonly (string | null)[],
): Term[] {
  return gramsOf(texts).map((gram) => ({ jurisdiction: subject.jurisdiction, subjectId: subject.id, gram }));
}
