/** The door of the threads that check texts. */
export { CheckPool, type OpenChecker, type TextChecker } from './check-pool.ts';
export type { SharedOptions } from './task.ts';
