/** Characters that are a symbol of their own: what the texts hold, by frequency, then the rest of GB 2312. */
export function alphabetOf(texts: Iterable<string>, extra: Iterable<string>): string[] {
  const counts = new Map<string, number>();
  const count = (text: string, weight: number): void => {
    for (let i = 0; i < text.length; i++) {
      const c = text.charAt(i);
      if (/[\p{Script=Han}\p{P}\p{S}]/u.test(c)) counts.set(c, (counts.get(c) ?? 0) + weight);
    }
  };
  for (const text of texts) count(text, 1);
  for (const text of extra) count(text, 0);
  count(nationalSet(), 0);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([c]) => c);
}

function nationalSet(): string {
  const decoder = new TextDecoder('gbk');
  let all = '';
  for (let row = 0xb0; row <= 0xf7; row++)
    for (let cell = 0xa1; cell <= 0xfe; cell++) all += decoder.decode(Uint8Array.of(row, cell));
  return all;
}
