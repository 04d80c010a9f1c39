import type { Detector, Prepared, Raw, TermHit } from '../finding.ts';
import { rawAt, type Span, sentenceAround } from '../place.ts';

/** How far the demand or the reward may stand from what is demanded, within one sentence. */
const REACH = 40;
/** Rewarded sharing is told in two sentences as often as in one. */
const REWARD_REACH = 60;

/**
 * Forced or rewarded likes, forwards, downloads and votes, and bought followers (FS-25, GD-4.4a). An action alone is
 * no finding, nor is a sentence that forbids such things: lexicon kinds `action`, `force`, `reward`, `fakery`, `ban`.
 */
export function createPressure(): Detector {
  return { id: 'pressure', find };
}

function find(doc: Prepared): Raw[] {
  const hits = doc.hitsOf('pressure');
  const found: Raw[] = [];
  let marked = -1;
  for (const [place, hit] of hits.entries()) {
    if (hit.from < marked) continue;
    const raw =
      hit.entry.kind === 'fakery'
        ? fakery(doc, hits, place, hit)
        : hit.entry.kind === 'action'
          ? pressed(doc, hits, place, hit)
          : undefined;
    if (!raw) continue;
    found.push(rawAt(doc, raw.span, raw.kind, 'warn'));
    marked = raw.span.to;
  }
  return found;
}

function fakery(doc: Prepared, hits: readonly TermHit[], place: number, hit: TermHit) {
  const sentence = sentenceAround(doc.folded, hit, REACH);
  if (near(hits, place, sentence, 'ban')) return undefined;
  return { span: hit, kind: 'fakery' };
}

function pressed(doc: Prepared, hits: readonly TermHit[], place: number, hit: TermHit) {
  const sentence = sentenceAround(doc.folded, hit, REACH);
  if (near(hits, place, sentence, 'ban')) return undefined;
  const force = near(hits, place, sentence, 'force');
  if (force) return { span: around(hit, force), kind: 'forced' };
  const wide = { from: Math.max(0, hit.from - REWARD_REACH), to: hit.to + REWARD_REACH };
  const reward = near(hits, place, wide, 'reward');
  return reward ? { span: around(hit, reward), kind: 'rewarded' } : undefined;
}

/** The nearest hit of a kind inside a stretch; hits are in the order of their starts. */
function near(hits: readonly TermHit[], place: number, within: Span, kind: string): TermHit | undefined {
  for (let at = place + 1; at < hits.length; at += 1) {
    const one = hits[at];
    if (!one || one.from >= within.to) break;
    if (one.entry.kind === kind && one.to <= within.to) return one;
  }
  for (let at = place - 1; at >= 0; at -= 1) {
    const one = hits[at];
    if (!one || one.from < within.from) break;
    if (one.entry.kind === kind) return one;
  }
  return undefined;
}

function around(one: Span, other: Span): Span {
  return { from: Math.min(one.from, other.from), to: Math.max(one.to, other.to) };
}
