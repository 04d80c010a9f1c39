import { expect, test } from 'vitest';
import type { Actor, ActorPost } from '../../kernel/actor.ts';
import { filingPost, mayFileSomewhere } from './abilities.ts';

const actorIn = (...kinds: string[]): Actor => ({
  kind: 'person',
  personId: 'p',
  name: '某人',
  scope: [],
  reach: [],
  posts: kinds.map(
    (kind, n): ActorPost => ({
      postId: `post-${n}`,
      kind,
      title: kind,
      unitId: `unit-${n}`,
      unitName: '某局',
      jurisdiction: '220621',
      roles: [],
      unitPath: [],
    }),
  ),
});

test('filing is offered exactly to those whom some unit lets file', () => {
  for (const kind of [
    'info-officer',
    'handling-officer',
    'section-head',
    'deputy-leader',
    'principal-leader',
  ]) {
    expect([kind, mayFileSomewhere(actorIn(kind))]).toEqual([kind, true]);
    expect(filingPost(actorIn(kind), 'unit-0')?.kind).toBe(kind);
  }
  // A filing officer decides on the filings of others and files none.
  for (const kinds of [[], ['filing-officer'], ['duty-officer', 'safety-officer']])
    expect(mayFileSomewhere(actorIn(...kinds))).toBe(false);
  expect(mayFileSomewhere(actorIn('filing-officer', 'info-officer'))).toBe(true);
});
