import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectorIds, finding, severities } from '../../contracts/checks/wire.ts';
import { anyContext as context, OPTIONS, anyText as text } from './checker.test-data.ts';
import { createChecker } from './checker.ts';
import { checked } from './testing.ts';

test('any text and context: findings lie in the text, tell its own words, are sorted and the same again', () => {
  const checker = createChecker(OPTIONS);
  fc.assert(
    fc.property(text, context, (given, declared) => {
      const findings = checker.check(given, declared);
      let last = 0;
      for (const one of findings) {
        expect(one.start).toBeGreaterThanOrEqual(last);
        expect(one.end).toBeGreaterThanOrEqual(one.start);
        expect(one.end).toBeLessThanOrEqual(given.length);
        expect(given.slice(one.start, one.end)).toBe(one.text);
        expect(() => finding.parse(one)).not.toThrow();
        expect(one.message).not.toBe('');
        last = one.start;
      }
      expect(checker.check(given, declared)).toEqual(findings);
      expect(createChecker(OPTIONS).check(given, declared)).toEqual(findings);
    }),
    { numRuns: 250 },
  );
}, 120_000);

test('a checker keeps nothing of the text before', () => {
  const checker = createChecker(OPTIONS);
  fc.assert(
    fc.property(text, text, (first, second) => {
      const alone = checker.check(second);
      checker.check(first);
      expect(checker.check(second)).toEqual(alone);
    }),
    { numRuns: 100 },
  );
}, 60_000);

describe('switches of the packs', () => {
  const sample = '身份证11010519491231002X，绝密★，家住人民路12号，家庭电话0512-63456789';

  test('a detector that is off finds nothing', () => {
    const kinds = checked(sample, {}, { detectors: { privacy: { on: false } } }).map(
      ({ detector }) => detector,
    );
    expect(kinds).toEqual(['secrecy']);
  });

  test.each(severities)('no finding is graver than the pack allows: %s', (severity) => {
    const rank = severities.indexOf(severity);
    const all = checked(sample, {}, { detectors: { privacy: { on: true, severity } } });
    const privacy = all.filter(({ detector }) => detector === 'privacy');
    expect(privacy.length).toBeGreaterThan(2);
    for (const one of privacy) expect(severities.indexOf(one.severity)).toBeGreaterThanOrEqual(rank);
  });

  test('a kind can be raised, lowered or switched off by itself, and the basis goes with it', () => {
    const basis = { source: 'measures', article: '第十七条' };
    const kinds = { landline: 'block', address: 'off' } as const;
    const all = checked(sample, {}, { detectors: { privacy: { on: true, kinds, basis } } });
    expect(all.find(({ kind }) => kind === 'landline')).toMatchObject({ severity: 'block', basis });
    expect(all.some(({ kind }) => kind === 'address')).toBe(false);
    expect(all.find(({ detector }) => detector === 'secrecy')).not.toHaveProperty('basis');
  });

  test('every detector has a name of its own', () => {
    expect(new Set(detectorIds).size).toBe(9);
  });
});
