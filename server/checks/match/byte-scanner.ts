import { Shifts } from '../text/shifts.ts';
import { Utf8Folder } from '../text/utf8.ts';
import type { Matcher, OnHit } from './matcher.ts';
import type { Suppressor } from './suppress.ts';
import { Hits } from './walk.ts';

/** Small enough to stay in the first two caches between decoding and scanning. */
const BLOCK = 16_384;

export interface ByteScannerOptions {
  /** Hands right words on as hits with ids from `termCount` on instead of using them: for parts joined later. */
  readonly keepRights?: boolean;
  /** The bytes go on from others: no byte order mark is expected. */
  readonly continues?: boolean;
}

/**
 * UTF-8 bytes in chunks → hits, in constant memory. `onHit` gets places in UTF-16 units of the whole decoded text (as
 * TextDecoder gives it), before folding.
 */
export class ByteScanner {
  private readonly matcher: Matcher;
  private readonly onHit: OnHit;
  private readonly folder: Utf8Folder;
  private readonly shifts = new Shifts();
  private readonly suppressor: Suppressor | null;
  private readonly units: Uint16Array;
  private readonly hits = new Hits();
  private length = 0;
  private passed = 0;
  private passedFolded = 0;

  constructor(matcher: Matcher, onHit: OnHit, options: ByteScannerOptions = {}) {
    const { keepRights = false, continues = false } = options;
    this.matcher = matcher;
    this.onHit = onHit;
    this.folder = new Utf8Folder(matcher.folding, continues);
    this.suppressor = keepRights ? null : matcher.suppressor();
    this.units = new Uint16Array(Math.max(BLOCK, matcher.longest * 4) + 8);
  }

  /** UTF-16 units of the source so far; a character that is cut off counts as one. */
  get sourceUnits(): number {
    return this.passed + this.shifts.source(this.length) + (this.folder.isInside ? 1 : 0);
  }

  /** Folded units so far. */
  get foldedUnits(): number {
    return this.passedFolded + this.length;
  }

  /** The next bytes; they may be cut anywhere. */
  feed(bytes: Uint8Array): void {
    let read = 0;
    while (read < bytes.length) {
      this.folder.run(bytes, read, this.units, this.length, this.shifts);
      read = this.folder.read;
      this.length = this.folder.written;
      if (this.length + 4 > this.units.length) this.scanUpTo(this.length - this.matcher.longest + 1);
    }
  }

  /** No more bytes follow; answers how many UTF-16 units there were. */
  end(): number {
    this.folder.finish(this.units, this.length, this.shifts);
    this.length = this.folder.written;
    this.scanUpTo(this.length);
    return this.passed;
  }

  private scanUpTo(to: number): void {
    const { matcher, units, hits, shifts, passed } = this;
    hits.size = 0;
    matcher.scanStarts(units, 0, to, this.length, hits);
    this.suppressor?.runOn(hits);
    const { pairs, size } = hits;
    for (let at = 0; at < size; at += 2) {
      const term = pairs[at] as number;
      const end = pairs[at + 1] as number;
      const start = end - matcher.lengthOf(term);
      this.onHit(term, passed + shifts.source(start), passed + shifts.sourceEnd(end));
    }
    units.copyWithin(0, to, this.length);
    this.length -= to;
    this.passedFolded += to;
    this.passed += shifts.source(to);
    shifts.advance(to);
    this.suppressor?.advance(to);
  }
}
