/** Where a command writes; tests give one that collects. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Writes to the output without a line end; resolves once there is room for more. */
  write(text: string): Promise<void>;
  /** Shows how far long work is, over what was shown before; only where a person looks on. */
  readonly progress?: (text: string) => void;
  readonly input: AsyncIterable<Uint8Array>;
}

/** The real one. A reader that goes away (`| head`) is no error. */
export function processTerminal(): Terminal {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  return {
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
    write: (text) =>
      new Promise((resolve) => {
        if (process.stdout.write(text)) resolve();
        else process.stdout.once('drain', resolve);
      }),
    ...(process.stderr.isTTY
      ? { progress: (text: string) => void process.stderr.write(`\r\u001b[K${text}`) }
      : {}),
    input: process.stdin,
  };
}

/** Ends a command with exit code 1: what was asked is refused or failed. The message is Chinese, may have lines. */
export class CommandRefused extends Error {}

/** Ends a command with exit code 2: the command was used wrongly. One Chinese line. */
export class WrongUsage extends Error {}

/** Writes an answer as one JSON document. */
export function printJson(terminal: Terminal, value: unknown): void {
  terminal.out(JSON.stringify(value, null, 2));
}
