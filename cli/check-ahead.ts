import type { CheckPool, OpenChecker, TextChecker } from '../server/check-pool/index.ts';
import { type Checker, createChecker, type Finding } from '../server/checks/index.ts';
import { RefusedFile } from '../server/documents/refused-file.ts';
import { type Batch, readBatches, type Source, type SourceNotes } from './check-source.ts';

/** What comes of reading files, in the order in which it is reported. */
export type Step =
  | { readonly at: 'begin'; readonly name: string }
  | { readonly at: 'batch'; readonly batch: Batch; readonly findings: Promise<Finding[]> }
  | { readonly at: 'end'; readonly notes: SourceNotes; readonly refused?: RefusedFile };

/**
 * So long texts are checked in this thread, in milliseconds: about what threads take to start. A smaller input would be
 * done before they are, and a larger one loses no more than that.
 */
const MS_HERE = 1_000;
/** How far reading goes ahead of reporting: enough for all threads, and the same memory for an input of any length. */
const UNITS_AHEAD = 2_000_000;
const STEPS_AHEAD = 24;

/** Opens checkers that check in this thread until that has taken `msHere`, and in threads from then on. */
export function hereThenInThreads(pool: CheckPool, msHere = MS_HERE): OpenChecker {
  return (options) => {
    const threads = pool.open(options);
    let here: Checker | null = null;
    let taken = 0;
    return {
      check(text, context) {
        if (taken >= msHere) {
          here = null;
          return threads.check(text, context);
        }
        const began = performance.now();
        here ??= createChecker(options);
        const findings = here.check(text, context);
        taken += performance.now() - began;
        return findings;
      },
    };
  };
}

/** Reads files one after the other and has their stretches checked, some of them ahead of those that are reported. */
export async function* checkAhead(
  sources: Iterable<Source>,
  checker: TextChecker,
): AsyncGenerator<Step, void, undefined> {
  const steps = stepsOf(sources, checker);
  const taken: Step[] = [];
  let units = 0;
  let over: { readonly failure?: unknown } | null = null;
  try {
    for (;;) {
      while (!over && units < UNITS_AHEAD && taken.length < STEPS_AHEAD) {
        try {
          const next = await steps.next();
          if (next.done) over = {};
          else {
            taken.push(next.value);
            units += unitsOf(next.value);
          }
        } catch (failure) {
          // What was read before it is reported first, as if nothing had been read ahead.
          over = { failure };
        }
      }
      const step = taken.shift();
      if (!step) break;
      yield step;
      units -= unitsOf(step);
    }
    if (over && 'failure' in over) throw over.failure;
  } finally {
    await steps.return();
  }
}

function unitsOf(step: Step): number {
  return step.at === 'batch' ? step.batch.joined.text.length : 0;
}

async function* stepsOf(
  sources: Iterable<Source>,
  checker: TextChecker,
): AsyncGenerator<Step, void, undefined> {
  for (const source of sources) {
    const notes: SourceNotes = { unobserved: [] };
    yield { at: 'begin', name: source.name };
    try {
      for await (const batch of readBatches(source, notes))
        yield { at: 'batch', batch, findings: findingsOf(batch, checker) };
    } catch (thrown) {
      if (!(thrown instanceof RefusedFile)) throw thrown;
      yield { at: 'end', notes, refused: thrown };
      continue;
    }
    yield { at: 'end', notes };
  }
}

function findingsOf({ joined, links }: Batch, checker: TextChecker): Promise<Finding[]> {
  const findings = Promise.resolve(checker.check(joined.text, links.length > 0 ? { links } : {}));
  // Whoever reports the batch is told; until then nobody asks, and a run that failed never will.
  findings.catch(() => undefined);
  return findings;
}
