/** Why a file from outside is refused; words for people stand in contracts. */
export type FileProblem =
  | 'file-empty'
  | 'file-too-large'
  | 'name-unsafe'
  | 'type-not-allowed'
  | 'content-mismatch'
  | 'legacy-or-encrypted'
  | 'macros'
  | 'embedded-object'
  | 'external-link'
  | 'archive-malformed'
  | 'archive-encrypted'
  | 'archive-bomb'
  | 'too-many-entries'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'too-many-pages'
  | 'not-text'
  | 'pdf-broken'
  | 'too-slow';

/** Figures and names that make a refusal concrete, e.g. the limit and the part of the file. */
export type FileFacts = Readonly<Record<string, string | number>>;

/** Thrown inside the readers; every door of this folder turns it into a returned code. */
export class RefusedFile extends Error {
  readonly reason: FileProblem;
  readonly facts: FileFacts;

  constructor(reason: FileProblem, facts: FileFacts = {}) {
    super(reason);
    this.name = 'RefusedFile';
    this.reason = reason;
    this.facts = facts;
  }
}

export type FileRefusal = {
  readonly ok: false;
  readonly reason: FileProblem;
  readonly facts: FileFacts;
};

/** Runs a reader and returns its refusal as a value; anything that is not a refusal is thrown on. */
export async function returningRefusal<T>(read: () => Promise<T>): Promise<T | FileRefusal> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof RefusedFile) return { ok: false, reason: error.reason, facts: error.facts };
    throw error;
  }
}

/** Largest file taken in from outside, in bytes (20 MB). */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;
