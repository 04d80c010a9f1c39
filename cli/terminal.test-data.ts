import type { Terminal } from './terminal.ts';

/** A terminal that keeps what is written to it. */
export function collecting(): Terminal & { output(): string; errors(): string } {
  const [out, err]: [string[], string[]] = [[], []];
  return {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    output: () => out.join('\n'),
    errors: () => err.join('\n'),
  };
}
