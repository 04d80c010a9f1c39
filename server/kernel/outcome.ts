import type { BasisRef } from '../../contracts/kernel/wire.ts';

/** Something a user can put right: a stable code, the field it belongs to, the facts the sentence needs, the basis. */
export interface Problem {
  readonly code: string;
  readonly field?: string;
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly basis?: readonly BasisRef[];
}

/** What a use case answers: a value, or problems that the user can put right. Nothing is written with problems. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function done<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function refuse(...problems: Problem[]): {
  readonly ok: false;
  readonly problems: readonly Problem[];
} {
  return { ok: false, problems };
}

export type RefusalKind =
  | 'not-signed-in'
  | 'forbidden'
  | 'not-found'
  | 'stale'
  | 'conflict'
  | 'unprocessable'
  | 'too-large'
  | 'too-many';

/**
 * Thrown where the user cannot mend the input: no right, stale state, nothing there.
 * `code` names the sentence; it is the kind itself where nothing more exact is known.
 */
export class Refused extends Error {
  readonly kind: RefusalKind;
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly basis: readonly BasisRef[];

  constructor(
    kind: RefusalKind,
    more: { code?: string; facts?: Record<string, unknown>; basis?: readonly BasisRef[] } = {},
  ) {
    super(more.code ?? kind);
    this.name = 'Refused';
    this.kind = kind;
    this.code = more.code ?? kind;
    this.facts = more.facts ?? {};
    this.basis = more.basis ?? [];
  }
}

/** Throws not-found unless the row is there: what lies outside one's scope looks the same as what does not exist. */
export function found<T>(row: T | undefined | null): T {
  if (row === undefined || row === null) throw new Refused('not-found');
  return row;
}
