import { type Outcome, Refused } from './outcome.ts';

/** The value of an outcome that has to be good. */
export function must<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(
    outcome.problems
      .map(({ code, field, facts }) => `${code} ${field ?? ''} ${JSON.stringify(facts ?? {})}`)
      .join('; '),
  );
}

/** The codes of an outcome that has to be refused; none where it is good. */
export function codesOf(outcome: Outcome<unknown>): string[] {
  return outcome.ok ? [] : outcome.problems.map(({ code }) => code);
}

/** How something was refused that throws; what is thrown beside that goes on. */
export async function refusal(work: Promise<unknown>): Promise<Refused> {
  let answer: unknown;
  try {
    answer = await work;
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
  throw new Error(`was not refused: ${JSON.stringify(answer)}`);
}
