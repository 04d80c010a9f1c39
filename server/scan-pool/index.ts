/** The door of the threads that scan: files larger than memory, and matchers built beside the work. */
export { MatcherSlot } from './matcher-slot.ts';
export { ScanPool } from './scan-pool.ts';
