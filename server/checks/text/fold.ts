import { DROPPED, type Folding, foldingTable } from './folding.ts';
import { Shifts } from './shifts.ts';

/** A text as the matcher reads it, with the way back to its source. */
export interface FoldedText {
  /** Folded UTF-16 units; valid up to `length`. */
  readonly units: Uint16Array;
  readonly length: number;
  /** Folded places → places in the source, in UTF-16 units. */
  readonly shifts: Shifts;
}

/** Folds a text; `into` is used where it is large enough. */
export function foldText(text: string, folding: Folding, into?: Uint16Array): FoldedText {
  const units = into && into.length >= text.length ? into : new Uint16Array(text.length);
  const table = foldingTable(folding);
  const shifts = new Shifts();
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const folded = table[unit] as number;
    units[length] = folded;
    if (folded !== DROPPED || folding === 'exact') length++;
    else shifts.add(length);
  }
  return { units, length, shifts };
}
