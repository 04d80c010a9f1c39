/** The door of the matcher: terms in, tables out; folded text in, places of terms out. */
export { buildMatcher, Matcher, type MatcherOptions, type OnHit, openMatcher } from './matcher.ts';
export { Hits } from './walk.ts';
