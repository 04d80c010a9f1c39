import { expect, test } from 'vitest';
import { type FilingState, filingsFor, mayMove } from './model.ts';

const STATES: readonly FilingState[] = [
  'draft',
  'in-approval',
  'returned',
  'approved',
  'opened',
  'effected',
  'registered',
  'refused',
  'withdrawn',
];

/** All that is lawful; whatever is not here is not. */
const UNTIL_APPROVAL = [
  'draft → in-approval',
  'draft → withdrawn',
  'in-approval → approved',
  'in-approval → returned',
  'in-approval → refused',
  'in-approval → withdrawn',
  'returned → in-approval',
  'returned → withdrawn',
  'withdrawn → in-approval',
];
const OF_EFFECT = ['approved → effected', 'approved → withdrawn', 'effected → registered'];
const LAWFUL = {
  open: ['approved → opened', 'opened → registered'],
  change: OF_EFFECT,
  close: OF_EFFECT,
  cancel: OF_EFFECT,
} as const;

test.each(['open', 'change', 'close', 'cancel'] as const)(
  'a filing of the kind %s moves as it may and in no other way',
  (kind) => {
    const moves = STATES.flatMap((from) => STATES.map((to) => ({ from, to })));
    const allowed = moves
      .filter(({ from, to }) => mayMove({ kind, state: from }, to))
      .map(({ from, to }) => `${from} → ${to}`);
    expect(allowed.sort()).toEqual([...UNTIL_APPROVAL, ...LAWFUL[kind]].sort());
  },
);

test('GD-4.2d what may follow: a closed account may still be cancelled, a cancelled one is gone', () => {
  expect(filingsFor).toEqual({
    approved: [],
    operating: ['change', 'close', 'cancel'],
    closed: ['change', 'cancel'],
    cancelled: [],
  });
});
