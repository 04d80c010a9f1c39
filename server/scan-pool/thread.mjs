// The begin of a scanning thread: threads start without the compiler that the rest is loaded with.
import { register } from 'tsx/esm/api';

register();
await import('./thread.ts');
