/** The part of fastscan that the bench uses; the package brings no types. */
declare module 'fastscan' {
  class FastScanner {
    constructor(words: readonly string[]);
    search(content: string): [offset: number, word: string][];
  }
  export = FastScanner;
}
