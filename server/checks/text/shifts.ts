/**
 * Maps places in folded text back to the source: at which folded places units of the source were left out, and how
 * many so far. Text where nothing is left out costs nothing.
 */
export class Shifts {
  private at = new Int32Array(64);
  private by = new Int32Array(64);
  private count = 0;
  private before = 0;

  /** Units left out so far. */
  get total(): number {
    return this.count > 0 ? (this.by[this.count - 1] as number) : this.before;
  }

  /** One more unit of the source was left out before the folded unit at `place`; places come in rising order. */
  add(place: number): void {
    const total = this.total + 1;
    if (this.count > 0 && this.at[this.count - 1] === place) {
      this.by[this.count - 1] = total;
      return;
    }
    if (this.count === this.at.length) this.grow();
    this.at[this.count] = place;
    this.by[this.count] = total;
    this.count++;
  }

  /** Where in the source the folded unit at `place` begins. */
  source(place: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.at[middle] as number) <= place) low = middle + 1;
      else high = middle;
    }
    return place + (low > 0 ? (this.by[low - 1] as number) : this.before);
  }

  /** Where in the source the match [start, end) of the folded text ends: after its last unit, not before the next. */
  sourceEnd(end: number): number {
    return this.source(end - 1) + 1;
  }

  /** Forgets the first `units` folded units with all that was left out before them: both texts now begin there. */
  advance(units: number): void {
    const gone = this.source(units) - units;
    let kept = 0;
    for (let i = 0; i < this.count; i++) {
      if ((this.at[i] as number) <= units) continue;
      this.at[kept] = (this.at[i] as number) - units;
      this.by[kept] = (this.by[i] as number) - gone;
      kept++;
    }
    this.count = kept;
    this.before = 0;
  }

  private grow(): void {
    const at = new Int32Array(this.at.length * 2);
    const by = new Int32Array(this.by.length * 2);
    at.set(this.at);
    by.set(this.by);
    this.at = at;
    this.by = by;
  }
}
