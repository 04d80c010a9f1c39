import fc from 'fast-check';
import type { CheckContext } from './context.ts';
import { HARMLESS, PERSONAL } from './privacy/privacy.test-data.ts';
import { shippedLexicons } from './testing.ts';

/** Pieces that begin what the detectors look for, so that random texts reach far into them. */
const PIECES = [
  ...PERSONAL.map(([text]) => text),
  ...HARMLESS,
  ...shippedLexicons.flatMap(({ entries }) => entries.slice(0, 40).map(({ term }) => term)),
  ...[
    '绝密',
    '★',
    '*',
    '密级：',
    '审图号：GS（',
    '来源：',
    'http://',
    'xn--',
    '.',
    '@',
    '+86',
    '-',
    '\t',
    '，',
    '。',
    '\n',
  ],
  ...[
    '\ud800',
    '\udc00',
    '\0',
    '\u200b',
    '\ufeff',
    '\u202e',
    '😀',
    '１２３４',
    '0000',
    'x',
    '号',
    '室',
    '路',
  ],
];
/** Texts of such pieces, of other characters, and of halves of characters. */
export const anyText = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
      {
        weight: 1,
        arbitrary: fc
          .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
          .map((codes) => String.fromCharCode(...codes)),
      },
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));

/** What an author might declare, with such texts in all places. */
export const anyContext: fc.Arbitrary<CheckContext> = fc.record(
  {
    unifiedText: anyText,
    channels: fc.array(fc.record({ channel: anyText, text: anyText }), { maxLength: 2 }),
    reprint: fc.record(
      { source: anyText, url: anyText, title: anyText, body: anyText, ownTitle: anyText },
      { requiredKeys: [] },
    ),
    maps: fc.array(fc.record({ label: anyText, reviewNumber: anyText }, { requiredKeys: ['label'] }), {
      maxLength: 2,
    }),
    links: fc.array(
      fc.record(
        {
          kind: fc.constantFrom('anchor' as const, 'qr' as const, 'mini-program' as const),
          target: anyText,
          start: fc.integer(),
          end: fc.integer(),
        },
        { requiredKeys: ['kind', 'target'] },
      ),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: [] },
);

/** Something for every detector to go by. */
export const OPTIONS = {
  lexicons: shippedLexicons,
  unitNames: ['兰州新区管委会办公室', '苏州市吴江区人力资源和社会保障局'],
  domains: { own: ['a.gov.cn'], listed: ['xinhuanet.com'] },
  reprints: { listed: [{ name: '新华社', domains: ['news.cn'] }] },
};
