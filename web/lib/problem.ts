import type { ProblemWire } from '../../contracts/kernel/wire.ts';
import { problemDetails } from '../../contracts/kernel/wire.ts';
import { uiWords } from '../../contracts/ui/words.ts';

const failure = uiWords.failure;

/** A refusal of the server, or a failure on the way to it; `status` 0 means that no answer came. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly problems: readonly ProblemWire[];

  constructor(status: number, title: string, detail: string, problems: readonly ProblemWire[] = []) {
    super(detail);
    this.name = 'ApiProblem';
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.problems = problems;
  }
}

/** The sentence for a status whose answer carries no problem details of ours (a proxy's page, an empty body). */
function sentenceFor(status: number): string {
  if (status === 401) return failure.unauthorised;
  if (status === 403) return failure.forbidden;
  if (status === 404) return failure.notFound;
  if (status === 409 || status === 412) return failure.conflict;
  if (status === 413) return failure.tooLarge;
  if (status === 429) return failure.tooMany;
  if (status === 502 || status === 503 || status === 504) return failure.busy;
  return failure.unexpected;
}

/** Reads RFC 9457 problem details from an answer's body; falls back to a sentence for its status. */
export function problemFrom(status: number, body: unknown): ApiProblem {
  const parsed = problemDetails.safeParse(body);
  if (!parsed.success) return new ApiProblem(status, failure.title, sentenceFor(status));
  const { title, detail, problems } = parsed.data;
  return new ApiProblem(status, title, detail || sentenceFor(status), problems);
}

/** Any thrown thing as an ApiProblem, so that a screen has one kind of failure to show. */
export function asProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  return new ApiProblem(0, failure.title, failure.unexpected);
}
