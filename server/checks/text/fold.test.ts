import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildMatcher } from '../match/index.ts';
import { foldText } from './index.ts';

const read = (text: string, folding: 'plain' | 'loose') => {
  const { units, length } = foldText(text, folding);
  return String.fromCharCode(...units.subarray(0, length));
};

test('width, case, radicals and zero-width characters are evened out', () => {
  expect(read('Ａｂ１２　Ｘ\u200b\ufeff\u00ad⼈', 'plain')).toBe('ab12 x人');
});

test('loose folding leaves out spaces and punctuation, but not line ends, stars and signs of amounts', () => {
  expect(read('加 ，微.信\n绝密★5％￥3', 'loose')).toBe('加微信\n绝密★5%¥3');
});

test('a match with things put inside it maps back to the whole of it in the source', () => {
  const matcher = buildMatcher(['微信'], { folding: 'loose' });
  const text = '请加 微\u200b * 信 号';
  const { units, length, shifts } = matcher.fold(text);
  const found: string[] = [];
  matcher.scan(units, length, (_, start, end) =>
    found.push(text.slice(shifts.source(start), shifts.sourceEnd(end))),
  );
  expect(found).toEqual(['微\u200b * 信']);
});

test('every folded unit comes from its place in the source, also after parts are forgotten', () => {
  const signs = fc.constantFrom('a', 'Ｂ', '中', '\u200b', ' ', '，', '\n', '\ud83d', '\0');
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 60 }), fc.nat(60), (all, cut) => {
      const text = all.join('');
      const { units, length, shifts } = foldText(text, 'loose');
      const origin: number[] = [];
      for (let i = 0; i < text.length; i++) if (read(text[i]!, 'loose') !== '') origin.push(i);
      expect(length).toBe(origin.length);
      for (let i = 0; i < length; i++) {
        expect(shifts.source(i)).toBe(origin[i]);
        expect(String.fromCharCode(units[i]!)).toBe(read(text[origin[i]!]!, 'loose'));
      }
      if (cut >= length) return;
      shifts.advance(cut);
      for (let i = cut; i < length; i++) expect(shifts.source(i - cut)).toBe(origin[i]! - origin[cut]!);
    }),
  );
});
