import type { Matcher, MatcherOptions } from '../checks/match/index.ts';
import type { ScanPool } from './scan-pool.ts';

/**
 * The matcher in use, and its exchange without a pause: the next one is built in a thread while this one serves, then
 * one reference changes. Scans under way end with the matcher they began with.
 */
export class MatcherSlot {
  private matcher: Matcher;
  private asked = 0;
  private readonly pool: Pick<ScanPool, 'build'>;

  constructor(matcher: Matcher, pool: Pick<ScanPool, 'build'>) {
    this.matcher = matcher;
    this.pool = pool;
  }

  get current(): Matcher {
    return this.matcher;
  }

  /** Builds from new terms and changes over; answers false where a later call was quicker, whose terms then hold. */
  async reload(terms: readonly string[], options: MatcherOptions = {}): Promise<boolean> {
    this.asked += 1;
    const turn = this.asked;
    const next = await this.pool.build(terms, options);
    if (turn < this.asked) return false;
    this.matcher = next;
    return true;
  }
}
