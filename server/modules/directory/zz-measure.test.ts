import { expect, test } from 'vitest';
import { fillDemo } from '../../demo/index.ts';
import { createTestApp } from '../../kernel/identity/testing.ts';
import { createTestKernel } from '../../kernel/testing.ts';
import { sampleDirectory } from '../../../scripts/sample-directory.ts';
import { writeXlsx } from '../../documents/xlsx-write.ts';
import { loadActor } from './index.ts';
import { directoryImportRoutes } from './routes-import.ts';

test('measure', { timeout: 300_000 }, async () => {
  const kernel = await createTestKernel();
  await fillDemo(kernel.runner);
  const web = await createTestApp(kernel, { loadActor, routes: directoryImportRoutes, settings: { demo: true } });
  const by = await web.signIn('fs-zs-admin', 'Yanshi-2026');
  const bytes = async (mistakes: boolean) => {
    const parts: Buffer[] = [];
    for await (const part of writeXlsx(sampleDirectory({ units: 5000, people: 20000, seed: 1, mistakes }).sheets)) parts.push(Buffer.from(part));
    return Buffer.concat(parts);
  };
  let peak = 0;
  let worst = 0;
  let last = performance.now();
  const timer = setInterval(() => { peak = Math.max(peak, process.memoryUsage().rss); const now = performance.now(); worst = Math.max(worst, now - last - 20); last = now; }, 20);
  const send = async (path: string, content: Buffer) => {
    const t = performance.now();
    last = t; worst = 0; peak = 0;
    const cpu = process.cpuUsage();
    const answer = await web.app.inject({ method: 'POST', url: `/api/v1/directory/import${path}`, cookies: by.cookies,
      headers: { ...by.headers, 'content-type': 'multipart/form-data; boundary=xx' },
      payload: Buffer.concat([Buffer.from('--xx\r\ncontent-disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\n'), content, Buffer.from('\r\n--xx--\r\n')]) });
    const used = process.cpuUsage(cpu);
    console.log(path || '/', answer.statusCode, Math.round(performance.now() - t), 'ms; node cpu', Math.round((used.user + used.system) / 1000), 'rss peak MB', Math.round(peak / 1e6), 'longest block ms', Math.round(worst), 'answer kB', Math.round(answer.body.length / 1000));
    return answer.json();
  };
  const bad = await bytes(true);
  const good = await bytes(false);
  console.log('file', bad.length, 'rss before', Math.round(process.memoryUsage().rss / 1e6));
  console.log((await send('/check', bad)).problems.length);
  await send('/check', good);
  const done = await send('', good);
  console.log(done.units, done.people, done.initial?.length, done.problems);
  console.log((await send('/check', good)).problems.length);
  expect((await send('', good)).problems?.[0].code).toBe('directory.import-has-problems');
  clearInterval(timer);
  await web.app.close();
  await kernel.drop();
});
