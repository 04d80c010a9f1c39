import { LOG_COUNT } from './levels.ts';

/** What an n-gram of each level adds to the sums: the log of its count, and something for being known at all. */
export const WORTH = LOG_COUNT.map((count, level) => (level === 0 ? 0 : count + 1.1));
/** What the n-grams of two to five symbols weigh in the first ranking of candidates. */
export const WEIGHTS = [0.25, 0.6, 0.8, 0.8] as const;

/** The most that a symbol weighs that is known on one side only: `three` is the most its n-gram of three can be worth. */
export function weightOfOneSide(two: number, three: number): number {
  return WEIGHTS[0] * two + (WEIGHTS[1] + WEIGHTS[2] + WEIGHTS[3]) * Math.min(two, three);
}

/** The most that a symbol weighs, by the most that each of its n-grams of two and of three symbols can be worth. */
export function weightOf(
  after: number,
  before: number,
  behind: number,
  across: number,
  ahead: number,
): number {
  return (
    WEIGHTS[0] * (after + before) +
    WEIGHTS[1] * (behind + across + ahead) +
    (WEIGHTS[2] + WEIGHTS[3]) * (behind + ahead + Math.min(behind, across) + Math.min(across, ahead)) +
    WEIGHTS[3] * Math.min(behind, across, ahead)
  );
}

/** The same for two symbols. */
export function weightOfTwo(
  both: number,
  after: number,
  before: number,
  behind: number,
  onward: number,
  back: number,
  ahead: number,
): number {
  const ends = Math.min(behind, onward) + Math.min(back, ahead);
  return (
    WEIGHTS[0] * (both + after + before) +
    WEIGHTS[1] * (behind + onward + back + ahead) +
    (WEIGHTS[2] + WEIGHTS[3]) * (behind + ahead + ends) +
    WEIGHTS[2] * Math.min(onward, back) +
    WEIGHTS[3] * (Math.min(behind, onward, back) + Math.min(onward, back, ahead))
  );
}
