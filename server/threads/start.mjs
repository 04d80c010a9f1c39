// Every thread begins here: it starts without the compiler that the rest is loaded with.
import { workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
await import(workerData.script);
