import { type Checker, createChecker } from '../checks/checker.ts';
import type { Finding } from '../checks/finding.ts';
import { answerTasks } from '../threads/answer-tasks.ts';
import type { CheckTask, Recipe } from './task.ts';

const builders = new Map<number, () => Checker>();
/** The same bytes for all checkers of this thread, so that a model is read once. */
const models = new Map<number, Uint8Array>();

answerTasks(({ checker, recipe, dropped, text, context }: CheckTask): Finding[] => {
  for (const each of dropped) builders.delete(each);
  if (recipe) builders.set(checker, builderOf(recipe));
  const build = builders.get(checker);
  if (!build) throw new Error(`a thread was not told how to build checker ${checker}`);
  return build().check(text, context);
});

/** Builds when first asked; what cannot be built is tried, and fails, each time. */
function builderOf({ options, model }: Recipe): () => Checker {
  if (model?.bytes) models.set(model.number, model.bytes);
  const wordingModel = model && models.get(model.number);
  let checker: Checker | undefined;
  return () => {
    checker ??= createChecker({ ...options, ...(wordingModel ? { wordingModel } : {}) });
    return checker;
  };
}
