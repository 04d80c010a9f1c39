// npm start for one test worker: ends with it, also when the worker is killed and can ask for nothing.
process.stdin.on('end', () => process.kill(process.pid, 'SIGTERM'));
process.stdin.resume();
await import('../../scripts/start.mjs');
