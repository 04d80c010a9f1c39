import { ByteScanner } from './byte-scanner.ts';
import type { Matcher, OnHit } from './matcher.ts';

/** What one part of a text gave: hits as [id, start, end, …] from the begin of the part, right words among them. */
export interface PartHits {
  readonly triples: Int32Array;
  /** UTF-16 units of the part. */
  readonly units: number;
}

/**
 * Scans one part of UTF-8 bytes that begins between two characters. After its last byte `border` is called, and bytes
 * of what follows are fed until `isSatisfied`: so a term across the border is found, by the part where it begins.
 */
export class PartScanner {
  private triples = new Int32Array(1024);
  private size = 0;
  private limit = Number.POSITIVE_INFINITY;
  private enough = Number.POSITIVE_INFINITY;
  private readonly scanner: ByteScanner;
  private readonly longest: number;

  constructor(matcher: Matcher, isFirst: boolean) {
    this.longest = matcher.longest;
    this.scanner = new ByteScanner(matcher, (id, start, end) => this.keep(id, start, end), {
      keepRights: true,
      continues: !isFirst,
    });
  }

  feed(bytes: Uint8Array): void {
    this.scanner.feed(bytes);
  }

  border(): void {
    this.limit = this.scanner.sourceUnits;
    this.enough = this.scanner.foldedUnits + this.longest;
  }

  get isSatisfied(): boolean {
    return this.scanner.foldedUnits >= this.enough;
  }

  end(): PartHits {
    const units = this.scanner.end();
    let { size } = this;
    while (size > 0 && (this.triples[size - 2] as number) >= this.limit) size -= 3;
    return { triples: this.triples.slice(0, size), units: Math.min(units, this.limit) };
  }

  private keep(id: number, start: number, end: number): void {
    if (this.size + 3 > this.triples.length) {
      const triples = new Int32Array(this.triples.length * 2);
      triples.set(this.triples);
      this.triples = triples;
    }
    this.triples[this.size] = id;
    this.triples[this.size + 1] = start;
    this.triples[this.size + 2] = end;
    this.size += 3;
  }
}

/** Puts parts together that come in order: places count from the begin of the whole, right words do their work. */
export class PartJoiner {
  private passed = 0;
  private readonly onHit: OnHit;
  private readonly suppressor: ReturnType<Matcher['suppressor']>;

  constructor(matcher: Matcher, onHit: OnHit) {
    this.onHit = onHit;
    this.suppressor = matcher.suppressor();
  }

  /** UTF-16 units of the parts so far. */
  get units(): number {
    return this.passed;
  }

  add({ triples, units }: PartHits): void {
    const { suppressor, passed } = this;
    for (let from = 0; from < triples.length; ) {
      const start = triples[from + 1] as number;
      let to = from;
      for (; to < triples.length && triples[to + 1] === start; to += 3)
        suppressor?.cover(triples[to] as number, triples[to + 2] as number);
      for (let at = from; at < to; at += 3) {
        const id = triples[at] as number;
        const end = triples[at + 2] as number;
        if (!suppressor || suppressor.stands(id, end)) this.onHit(id, passed + start, passed + end);
      }
      from = to;
    }
    suppressor?.advance(units);
    this.passed += units;
  }
}
