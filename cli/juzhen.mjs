#!/usr/bin/env node
// The command line runs from the checkout without a build step: tsx compiles TypeScript as it is imported.
import { register } from 'tsx/esm/api';

register();
const { run } = await import('./main.ts');
process.exitCode = await run(process.argv.slice(2));
