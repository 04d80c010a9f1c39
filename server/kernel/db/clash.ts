import { Refused } from '../outcome.ts';

const UNIQUE_VIOLATION = '23505';

/**
 * Turns the loser of two writers of the same unique value into a refusal: both had looked before either wrote.
 * Throws Refused('conflict') with the code of the sentence.
 */
export async function refusingClash<T>(
  write: Promise<T>,
  code: string,
  facts: Readonly<Record<string, unknown>> = {},
): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION)
      throw new Refused('conflict', { code, facts: { ...facts } });
    throw error;
  }
}
