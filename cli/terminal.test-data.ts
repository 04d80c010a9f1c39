import type { Terminal } from './terminal.ts';

/** A terminal that keeps what is written to it; `input` is what standard input gives. */
export function collecting(
  input: readonly Uint8Array[] = [],
): Terminal & { output(): string; errors(): string } {
  const [out, err]: [string[], string[]] = [[], []];
  return {
    out: (text) => void out.push(`${text}\n`),
    err: (text) => void err.push(text),
    write: async (text) => void out.push(text),
    input: (async function* () {
      yield* input;
    })(),
    output: () => out.join('').replace(/\n$/, ''),
    errors: () => err.join('\n'),
  };
}
