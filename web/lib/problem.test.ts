import { expect, test } from 'vitest';
import { asProblem, problemFrom } from './problem.ts';

test('every status without problem details has a Chinese sentence', () => {
  for (const status of [401, 403, 404, 409, 413, 429, 500, 503]) {
    expect(problemFrom(status, undefined).detail).toMatch(/[\u4e00-\u9fff]/);
  }
});

test('technical errors never reach the person as they are', () => {
  expect(asProblem(new TypeError('x is not a function')).detail).not.toContain('function');
});
