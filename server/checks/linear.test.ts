import { expect, test } from 'vitest';
import { createChecker } from './checker.ts';
import { shippedLexicons } from './testing.ts';

/** Units; twice as many Chinese characters are a megabyte of UTF-8. */
const SIZE = 170_000;
/** Doubled input may take twice the time; what is super-linear takes four times or more at the least. */
const LIMIT = 3.4;
const checker = createChecker({
  lexicons: shippedLexicons,
  unitNames: ['兰州新区管委会办公室'],
  domains: { own: ['a.gov.cn'], listed: ['xinhuanet.com'] },
  reprints: { listed: [{ name: '新华社' }] },
});

const fill = (piece: string, size: number) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);

const HOSTILE: readonly (readonly [name: string, piece: string])[] = [
  ['digits', '1'],
  ['single digits', '1 '],
  ['eighteen digits', '110105194912310021 '],
  ['mobile numbers', '13812345678 '],
  ['joints', '1-1.1(1)'],
  ['points', '.'],
  ['labels of hosts', 'a.'],
  ['signs of mail', '@'],
  ['names of mail', 'a.b_c@'],
  ['a long name of mail', 'a'],
  ['stars', '密★'],
  ['blanks before stars', '密 密 ★'],
  ['currency signs', '¥aaaaaaaaaaa'],
  ['doors', '路1号'],
  ['regions and doors', '省市区县路号室'],
  ['plates', '苏e'],
  ['tables', '姓名,电话\n'],
  ['one wide table', '姓名,电话,'],
  ['table cells', '姓名\t电话\n张三\t1\n'],
  ['illnesses', '患病'],
  ['surnames', '王李'],
  ['announced', '患者王患病'],
  ['offers', '特价1元'],
  ['promotion', '最佳包邮秒杀原价'],
  ['pressure', '点赞必须'],
  ['actions', '点赞'],
  ['praise', '网友点赞'],
  ['numbers of likes', '集1个赞不少于1票'],
  ['accounts', '关注“下载“'],
  ['levels', '机密'],
  ['levels on lines', '★机密\n'],
  ['marks far down', '\n工作秘密'],
  ['sources told', '图片来自网络'],
  ['office landlines', '张三0512-63456789，'],
  ['stated sources', '来源：'],
  ['review numbers', '审图号：gs'],
  ['halves of a name', '兰州新区管'],
  ['former names', '国家旅游局2020年'],
  ['brackets', '（'],
  ['countries', '台湾、日本等国'],
  ['a row of countries', '台湾、日本、'],
  ['dates', '1月1日至'],
  ['dates in characters', '二〇二六年一月'],
  ['weekdays', '1月1日（星期五）'],
  ['plain dates', '2026.2.30'],
  ['times', '时间1:1'],
  ['shares', '占总户数的'],
  ['amounts', '壹万元（¥1'],
  ['capitals', '壹佰'],
  ['document numbers', '发〔2026〕'],
  ['numbered lines', '第一条 \n'],
  ['told points', '一是'],
  ['logging on', '登陆网'],
  ['reports', '向局'],
  ['stretches', '截止1月'],
  ['schemes', 'http://'],
  ['line ends', '\n'],
  ['surrogates', '\ud800'],
  ['zero width', '1\u200b'],
];

/** Noise of a busy machine comes and goes; what is super-linear stays so: a ratio above the limit is taken again. */
function steadily(measure: () => number): number {
  const first = measure();
  return first < LIMIT ? first : Math.min(measure(), measure());
}

test.each(HOSTILE)(
  'half a megabyte and a megabyte of %s: time grows with the text',
  (_name, piece) => {
    checker.check(fill(piece, SIZE / 4));
    expect(steadily(() => growth((size) => checker.check(fill(piece, size))))).toBeLessThan(LIMIT);
  },
  60_000,
);

test.each(['甲。', '第1条规定。', '甲乙。乙甲。', '甲'])(
  'comparing texts made of %j grows with the text',
  (piece) => {
    const compare = (size: number) =>
      checker.check(fill(piece, size), {
        unifiedText: fill(`${piece}丙`, size),
        reprint: { source: '新华社', body: fill(`丁${piece}`, size) },
        channels: [{ channel: '网站', text: fill(`${piece}1人`, size) }],
      });
    compare(SIZE / 8);
    expect(steadily(() => growth((size) => compare(size / 2)))).toBeLessThan(LIMIT);
  },
  60_000,
);

/** How much longer the doubled input takes: the best of several, so that a busy machine is no failure. */
function growth(run: (size: number) => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 4 && best >= LIMIT / 1.5; round += 1) {
    const single = timed(() => run(SIZE));
    const double = timed(() => run(SIZE * 2));
    best = Math.min(best, double / Math.max(single, 2));
  }
  return best;
}

function timed(run: () => unknown): number {
  const from = performance.now();
  run();
  return performance.now() - from;
}
