/** A reason not to start that its reader can put right: `message` is one Chinese line from `startWords`. */
export class StartProblem extends Error {
  constructor(line: string, cause?: unknown) {
    super(line, { cause });
    this.name = 'StartProblem';
  }
}
