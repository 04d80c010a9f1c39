import type { Raw } from '../finding.ts';
import { rowOf } from './counted/confusions.ts';
import { type Correction, Corrector } from './counted/correct.ts';
import type { WordingModel } from './counted/model.ts';
import { encode, type Symbols } from './counted/symbols.ts';
import type { ScoredPlace, ScoreModel } from './score-model.ts';

/** From which probability a brought model is believed alone, and how little it may give to what is written. */
const BELIEVED = 0.9;
const DOUBTED = 0.02;
/** Sentences are handed to a brought model whole, up to this many units. */
const SENTENCE = /[^。！？；\n\r]{1,500}[。！？；]?/g;

/** Characters that stand for others, by the counted model and by a model that the user brings. */
export function createConfusionFinder(
  model: WordingModel | undefined,
  own: ScoreModel | undefined,
): (text: string) => Raw[] {
  const corrector = model && new Corrector(model);
  return (text) => {
    const counted = model && corrector ? byCounts(text, model, corrector) : [];
    if (!own) return counted;
    const known = new Set(counted.flatMap(({ start, end }) => range(start, end)));
    return [...counted, ...byOwn(text, own).filter(({ start }) => !known.has(start))];
  };
}

/** Whether the model knows by sound or shape that `written` may stand for `meant`. */
export function areConfusable({ evidence }: WordingModel, written: string, meant: string): boolean {
  const symbol = (sign: string): number => evidence.classes[sign.charCodeAt(0)] ?? 0;
  return rowOf(evidence.confusions, symbol(written), symbol(meant)) >= 0;
}

function byCounts(text: string, model: WordingModel, corrector: Corrector): Raw[] {
  const symbols = encode(text, model.evidence.classes);
  return joinNeighbours(corrector.correct(symbols), symbols).map((run) => toRaw(text, run, symbols, model));
}

/** Corrections side by side are one finding: 菜狗 for 采购. */
function joinNeighbours(corrections: readonly Correction[], { at }: Symbols): Correction[][] {
  const runs: Correction[][] = [];
  for (const one of corrections) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const follows = last && one.at === last.at + 1 && at[one.at] === (at[last.at] as number) + 1;
    if (run && follows) run.push(one);
    else runs.push([one]);
  }
  return runs;
}

function toRaw(text: string, run: readonly Correction[], { at }: Symbols, model: WordingModel): Raw {
  const start = at[run[0]?.at ?? 0] as number;
  const end = start + run.length;
  const meant = run.map(({ meant: symbol }) => model.evidence.characters[symbol] ?? '').join('');
  const odds = run.reduce((least, one) => Math.min(least, one.odds), Number.POSITIVE_INFINITY);
  return {
    kind: 'confusion',
    start,
    end,
    severity: run.every(({ isSure }) => isSure) ? 'warn' : 'note',
    facts: { written: text.slice(start, end), meant },
    suggestion: meant,
    confidence: Math.round(1000 / (1 + Math.exp(-odds))) / 1000,
  };
}

function byOwn(text: string, own: ScoreModel): Raw[] {
  const found: Raw[] = [];
  for (const sentence of text.matchAll(SENTENCE))
    for (const place of own.score(sentence[0])) {
      const raw = judge(text, sentence.index, place);
      if (raw) found.push(raw);
    }
  return found;
}

function judge(text: string, offset: number, { at, written, candidates }: ScoredPlace): Raw | null {
  const [best] = candidates;
  const start = offset + at;
  const standing = text.charAt(start);
  if (!best || best.character === standing || best.probability < BELIEVED || written > DOUBTED) return null;
  return {
    kind: 'confusion',
    start,
    end: start + 1,
    severity: 'note',
    facts: { written: standing, meant: best.character },
    suggestion: best.character,
    confidence: Math.round(best.probability * 1000) / 1000,
  };
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, i) => start + i);
}
