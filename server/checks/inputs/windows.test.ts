import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createWindows, type Window } from './windows.ts';

function windowsOf(text: string, step: number, size: number, overlap: number): Window[] {
  const cutter = createWindows(size, overlap);
  const windows: Window[] = [];
  for (let at = 0; at < text.length; at += step) windows.push(...cutter.push(text.slice(at, at + step)));
  return [...windows, ...cutter.end()];
}

test('every place of the text belongs to exactly one window, and the windows hold the text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', '字', '\n', '😀'), maxLength: 600 }),
      fc.integer({ min: 1, max: 90 }),
      (text, step) => {
        const windows = windowsOf(text, step, 64, 16);
        let reached = 0;
        for (const { text: piece, offset, from, to } of windows) {
          expect(text.slice(offset, offset + piece.length)).toBe(piece);
          expect(offset + from).toBe(reached);
          reached = offset + to;
        }
        expect(reached).toBe(text.length);
      },
    ),
  );
});

test('lines stay whole where they fit; a longer one has context on both sides of each seam', () => {
  const lines = Array.from({ length: 50 }, (_, i) => `第${i}行字`).join('\n');
  for (const { text, offset } of windowsOf(lines, 10, 64, 16)) {
    expect(offset === 0 || lines[offset - 1] === '\n').toBe(true);
    expect(offset + text.length === lines.length || text.endsWith('\n')).toBe(true);
  }
  const windows = windowsOf('长'.repeat(1000), 100, 64, 16);
  expect(windows.length).toBeGreaterThan(15);
  for (const { text, from, to } of windows.slice(1, -1)) {
    expect(from).toBeGreaterThanOrEqual(7);
    expect(text.length - to).toBeGreaterThanOrEqual(7);
  }
});

test('no window begins or ends within a character, and no text gives one empty window', () => {
  for (const { text } of windowsOf('😀'.repeat(300), 33, 63, 16)) {
    expect(/\p{Surrogate}/u.test(text)).toBe(false);
  }
  expect(windowsOf('', 1, 64, 16)).toEqual([{ text: '', offset: 0, from: 0, to: 0, next: 0 }]);
});
