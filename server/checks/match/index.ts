/** The door of the matcher: terms in, tables out; folded text or bytes in, places of terms out. */
export { buildMatcher, type MatcherOptions, openMatcher } from './build-matcher.ts';
export { ByteScanner } from './byte-scanner.ts';
export { Matcher, type OnHit } from './matcher.ts';
export { type PartHits, PartJoiner, PartScanner } from './parts.ts';
export { Hits } from './walk.ts';
