import { type Checker, createChecker } from '../checks/checker.ts';
import type { Finding } from '../checks/finding.ts';
import { answerTasks } from '../threads/answer-tasks.ts';
import type { CheckTask, SharedOptions } from './task.ts';

const builders = new Map<number, () => Checker>();

answerTasks(({ checker, options, dropped, text, context }: CheckTask): Finding[] => {
  for (const each of dropped) builders.delete(each);
  if (options) builders.set(checker, builderOf(options));
  const build = builders.get(checker);
  if (!build) throw new Error(`a thread was not told how to build checker ${checker}`);
  return build().check(text, context);
});

/** Builds when first asked; what cannot be built is tried, and fails, each time. */
function builderOf(options: SharedOptions): () => Checker {
  let checker: Checker | undefined;
  return () => {
    checker ??= createChecker(options);
    return checker;
  };
}
