import { answerTasks } from './answer-tasks.ts';

/** What the tests have a thread do. */
export type TestTask =
  | { readonly say: number }
  | { readonly fail: string }
  /** Waits until `gate[0]` is not zero, having counted itself in `gate[1]`. */
  | { readonly say: number; readonly gate: Int32Array }
  | { readonly end: number };

answerTasks((task: TestTask): number => {
  if ('fail' in task) throw new RangeError(task.fail);
  if ('end' in task) process.exit(task.end);
  if ('gate' in task) {
    Atomics.add(task.gate, 1, 1);
    Atomics.wait(task.gate, 0, 0);
  }
  return task.say;
});
