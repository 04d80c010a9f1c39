import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spotSentence } from '../../contracts/checks/words-inputs.ts';
import { joinPassages } from '../checks/inputs/passage.ts';
import { spotOf } from '../checks/inputs/spot.ts';
import { readHtml } from './read-html.ts';

async function page(source: string) {
  const read = await readHtml(source);
  const joined = joinPassages(read.passages);
  return {
    ...read,
    text: joined.text,
    /** The source under a piece of the text. */
    under(piece: string) {
      const at = joined.text.indexOf(piece);
      const spot = spotOf(joined, at, at + piece.length);
      return source.slice(spot.start, spot.end);
    },
  };
}

describe('the text of a page as it is seen', () => {
  test('words torn by tags and references are whole, blocks and cells are parted, white space is one space', async () => {
    const { text } = await page(
      '<p>以<b>人民</b>为\n   中心&nbsp;&lt;好&gt;</p><script>var 坏 = "<p>";</script><style>p{}</style>' +
        '<table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td></tr></table>尾<br/>行<!-- 不见 -->',
    );
    expect(text).toBe('以人民为 中心\u00a0<好>\n甲\t乙\t丙\t尾\n行');
  });

  test('positions lead back into the source, across tags and into references', async () => {
    const { under } = await page('<div class="x">前<i>以人名</i><u>为中心</u>&amp;&#20013;后</div>');
    expect(under('以人名为中心')).toBe('以人名</i><u>为中心');
    expect(under('&')).toBe('&amp;');
    expect(under('中后')).toBe('&#20013;后');
  });

  test('a place is told by line and column of the source, in attributes too', async () => {
    const source = '<p>一</p>\n<p>二<b>三</b></p>\r\n<img alt="四\n五">';
    const joined = joinPassages((await readHtml(source)).passages);
    const placeOf = (sign: string) => {
      const at = joined.text.indexOf(sign);
      return spotSentence(spotOf(joined, at, at + 1));
    };
    expect([...'一二三四'].map(placeOf)).toEqual([
      '源码第 1 行第 4 字',
      '源码第 2 行第 4 字',
      '源码第 2 行第 8 字',
      '源码第 3 行第 11 字（alt 属性）',
    ]);
    expect(spotSentence({ at: 'source', start: 204, end: 205 })).toBe('源码第 205 字');
  });

  test('what is read out or shown on hovering counts too, with the place of the attribute', async () => {
    const { text, under, unobserved } = await page('<p>图<img src="/a.png" alt="绝密&#9733;十年"></p>');
    expect(text.split(/\n+/)).toEqual(['图', '绝密★十年']);
    expect(under('绝密★十年')).toBe('绝密&#9733;十年');
    expect(unobserved).toEqual([{ code: 'picture', facts: { count: 1 } }]);
  });

  test('links with the words they stand under, mini-program cards, links that are never closed', async () => {
    const { text, links } = await page(
      '<p>请看<a href="http://x.cn/?a=1&amp;b=2">这<b>里</b></a>，<mp-miniprogram data-miniprogram-appid="wx1"></mp-miniprogram>' +
        '<a href="http://y.cn">那里',
    );
    expect(links.map(({ kind, target, start, end }) => [kind, target, text.slice(start, end)])).toEqual([
      ['anchor', 'http://x.cn/?a=1&b=2', '这里'],
      ['mini-program', 'wx1', ''],
      ['anchor', 'http://y.cn', '那里'],
    ]);
  });
});

describe('pages that mean harm', () => {
  test('a million nested tags', async () => {
    const deep = `${'<div>'.repeat(1_000_000)}绝密★${'</div>'.repeat(1_000_000)}`;
    const began = Date.now();
    expect((await page(deep)).text.trim()).toBe('绝密★');
    expect(Date.now() - began).toBeLessThan(10_000);
  });

  test('any text at all is read, and every character found stands where it is said to stand', async () => {
    const unit = fc.constantFrom(
      '<',
      '>',
      '&',
      ';',
      'a',
      'p',
      '/',
      '"',
      '=',
      ' ',
      '字',
      '\0',
      '\ud83d',
      '#',
      '!',
      '-',
    );
    await fc.assert(
      fc.asyncProperty(fc.string({ unit, maxLength: 60 }), async (source) => {
        const { passages } = await readHtml(source);
        for (const { text, place } of passages) {
          if (place.at !== 'source') continue;
          for (let at = 0; at < text.length; at += 1) {
            const [start, end] = [place.map.startOf(at), place.map.endOf(at + 1)];
            expect(start).toBeLessThanOrEqual(end);
            expect(end).toBeLessThanOrEqual(source.length);
            if (text[at] === '字') expect(source.slice(start, end)).toBe('字');
          }
        }
      }),
    );
  });
});
