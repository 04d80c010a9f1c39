import { expect, test } from 'vitest';
import { type FilingState, mayMove } from './model.ts';

const STATES: readonly FilingState[] = [
  'draft',
  'in-approval',
  'returned',
  'approved',
  'opened',
  'registered',
  'refused',
  'withdrawn',
];

/** All that is lawful; whatever is not here is not. */
const LAWFUL = [
  'draft → in-approval',
  'draft → withdrawn',
  'in-approval → approved',
  'in-approval → returned',
  'in-approval → refused',
  'in-approval → withdrawn',
  'returned → in-approval',
  'returned → withdrawn',
  'approved → opened',
  'opened → registered',
  'withdrawn → in-approval',
];

test('a filing moves as it may and in no other way', () => {
  const moves = STATES.flatMap((from) => STATES.map((to) => ({ from, to })));
  const allowed = moves.filter(({ from, to }) => mayMove(from, to)).map(({ from, to }) => `${from} → ${to}`);
  expect(allowed.sort()).toEqual([...LAWFUL].sort());
});
