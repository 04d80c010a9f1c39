declare module 'hanzi' {
  const hanzi: {
    start(): void;
    decompose(character: string): { components1: string[]; components2: string[]; components3: string[] };
  };
  export = hanzi;
}
