// npm start for the stories of one file: ends with it, also when the worker is killed and can ask for nothing.
process.stdin.on('end', () => process.kill(process.pid, 'SIGTERM'));
process.stdin.resume();
await import('../../scripts/start.mjs');
