import type { Cue, Detector, Prepared, Raw, TermHit } from '../finding.ts';
import { after, foldedText, rawAt, type Span, sentenceAround } from '../place.ts';
import { type DomainLists, hostBook } from './hosts.ts';
import { findLinks } from './links.ts';

/** How far the words that make an advertisement may stand apart. */
const REACH = 60;
const CARDS: Cue = { kind: 'mini-program', terms: ['#小程序://'] };
/** An amount of money right after 原价, 仅售 and the like. */
const AMOUNT =
  /^[\s:为是只仅要]{0,4}(?:[¥￥$] ?\d|[\d,.]{1,10} ?(?:元|块|万元|万\/|折|\/)|[一二两三四五六七八九十百千]{1,6}(?:元|块))/;

/** Prices that an office sets or pays: they are told, not offered. */
const PUBLIC_PRICE = /门票|景区|票价|财政补贴|政府补贴|政府定价/;

/** Domains of shops and of shorteners of links come with the lexicon. */
export interface KnownHosts {
  readonly shops: readonly string[];
  readonly shorteners: readonly string[];
}

/**
 * Commercial wording and links (LZ-16a, FS-18, GD-3.5c). A superlative or a word of promotion is none by itself: it
 * takes a price, an offer or a way to buy in the same sentence. Lexicon kinds: `superlative`, `buy`, `promotion`,
 * `price`, `shop-domain`, `short-domain`, `ban`.
 */
export function createAdvertising(lists: DomainLists, { shops, shorteners }: KnownHosts): Detector {
  const book = hostBook(lists, shops, shorteners);
  return {
    id: 'advertising',
    cues: [CARDS],
    find: (doc) => [...findOffers(doc), ...findLinks(doc, book)],
  };
}

function findOffers(doc: Prepared): Raw[] {
  const hits = doc.hitsOf('advertising').filter((hit) => counts(doc, hit));
  const found: Raw[] = [];
  let marked = -1;
  for (const [place, hit] of hits.entries()) {
    if (hit.from < marked) continue;
    const raw = judge(doc, hits, place, hit);
    if (!raw) continue;
    found.push(raw);
    marked = doc.folded.shifts.source(hit.to) <= raw.end ? hit.to : hit.from;
  }
  return found;
}

/** Domains are judged as links; a price is one only with its amount. */
function counts({ folded }: Prepared, { entry, to }: TermHit): boolean {
  if (entry.kind === 'shop-domain' || entry.kind === 'short-domain') return false;
  return entry.kind !== 'price' || AMOUNT.test(after(folded, to, 18));
}

function judge(doc: Prepared, hits: readonly TermHit[], place: number, hit: TermHit): Raw | undefined {
  const { kind } = hit.entry;
  if (kind === 'mini-program') return rawAt(doc, hit, 'mini-program', 'warn');
  if (kind === 'ban' || kind === 'price') return undefined;
  const sentence = sentenceAround(doc.folded, hit, REACH);
  const beside = kindsIn(hits, place, sentence);
  if (beside.has('ban')) return undefined;
  if (kind === 'buy') return rawAt(doc, hit, 'buy', 'warn');
  const isOffer = beside.has('price') || beside.has('buy');
  if (kind === 'superlative') return isOffer ? rawAt(doc, hit, 'superlative', 'warn') : undefined;
  if (isOffer) {
    const isPublic = PUBLIC_PRICE.test(foldedText(doc.folded, sentence.from, sentence.to));
    return rawAt(doc, hit, 'promotion', isPublic && !beside.has('buy') ? 'note' : 'warn');
  }
  return beside.has('promotion') ? rawAt(doc, hit, 'promotion', 'note') : undefined;
}

/** Which kinds other words beside a hit in its sentence have. */
function kindsIn(hits: readonly TermHit[], place: number, { from, to }: Span): Set<string> {
  const kinds = new Set<string>();
  const own = hits[place];
  const see = (one: TermHit) => {
    if (one !== own && own && (one.to <= own.from || one.from >= own.to) && one.entry.term !== own.entry.term)
      kinds.add(one.entry.kind);
  };
  for (let at = place - 1; at >= 0 && (hits[at]?.from ?? -1) >= from; at -= 1) see(hits[at] as TermHit);
  for (let at = place + 1; at < hits.length && (hits[at]?.to ?? to + 1) <= to; at += 1)
    see(hits[at] as TermHit);
  return kinds;
}
