import type { Raw } from '../../finding.ts';
import type { Signs } from './signs.ts';

/**
 * Particles that hardly ever stand twice side by side, with the characters before and after that make it right:
 * 目的的, 不了了之, 参与与否.
 */
const PARTICLES: Readonly<Record<string, readonly [before: string, after: string]>> = {
  的: ['目标靶鹄有中的', '确士'],
  了: ['不未明除罢末', '之解结断然却'],
  是: ['但就于凡也还只像总要若老便都即则', '非否'],
  和: ['饱温缓调协共谐平随总媾祥义讲柔暖人', '美气平谐睦解煦'],
  与: ['参给赋授赠干施', '会'],
  及: ['以普涉波危触企遍顾谈提论累推殃言埃来未', '时其'],
  在: ['存所现正实潜内外自常健同何好旨重贵不', '线校职建岗册读编押逃途场役世此'],
  为: ['认行作成以因称视列改变设定更名人难有', '了'],
  将: ['即必行武干主健名良', '军领士'],
  被: ['棉植', '执告征申诉害拆侵监保褥'],
  把: ['一火车', '握关式'],
  并: ['合兼吞', '且购网轨'],
  或: ['抑间', '者许'],
};
const MARKS = '，。、；：,;';
/** ；。 stands at the end of enumerated clauses in laws, so it is left alone. */
const CLASHES = new Set(['，。', '。，', '、，', '，、', '；，', '，；', '、。', '。、']);

/** Particles and punctuation that stand twice. */
export function findRepeats(text: string, { doubled }: Signs): Raw[] {
  const found: Raw[] = [];
  for (const at of doubled) {
    const sign = text.charAt(at);
    if (text.charAt(at + 1) === sign || text.charAt(at - 2) === sign) continue;
    const exceptions = PARTICLES[sign];
    if (exceptions && isSlip(text, at, exceptions))
      found.push(raw('repeated-character', at - 1, at + 1, 'warn', sign));
    else if (MARKS.includes(sign)) found.push(raw('repeated-mark', at - 1, at + 1, 'warn', sign));
  }
  return found;
}

function isSlip(text: string, at: number, [before, after]: readonly [string, string]): boolean {
  const earlier = text.charAt(at - 2);
  const later = text.charAt(at + 1);
  return !(earlier !== '' && before.includes(earlier)) && !(later !== '' && after.includes(later));
}

/** Two different marks side by side of which one is too many. */
export function findClashes(text: string, { marks }: Signs): Raw[] {
  return marks
    .filter((at) => CLASHES.has(text.slice(at - 1, at + 1)))
    .map((at) => raw('clashing-marks', at - 1, at + 1, 'warn'));
}

function raw(kind: string, start: number, end: number, severity: Raw['severity'], suggestion?: string): Raw {
  return { kind, start, end, severity, ...(suggestion === undefined ? {} : { suggestion }) };
}
