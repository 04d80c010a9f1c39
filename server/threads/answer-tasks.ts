import { parentPort } from 'node:worker_threads';
import type { Reply } from './reply.ts';

/** The thread's side of a crew: answers each task that comes, one after the other; what is thrown is told. */
export function answerTasks<Task, Answer>(answer: (task: Task) => Answer): void {
  const tell = (reply: Reply<Answer>) => parentPort?.postMessage(reply);
  parentPort?.on('message', (task: Task) => {
    try {
      tell({ answer: answer(task) });
    } catch (failure) {
      tell({ failure });
    }
  });
}
