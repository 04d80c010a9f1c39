import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { type Sentences, sendProblems } from './problems.ts';

/**
 * Serves the built pages: hashed assets for a year, the start page for every address that is a screen.
 * Addresses below /api that no route answers stay problem details.
 */
export async function servePages(app: FastifyInstance, folder: string, sentences: Sentences): Promise<void> {
  if (!existsSync(folder)) {
    app.setNotFoundHandler((_request, reply) =>
      sendProblems(reply, sentences, 404, [{ code: 'route-not-found' }]),
    );
    return;
  }
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    setHeaders: (reply, path) => {
      const hashed = path.includes('/assets/');
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.get('/', { schema: { hide: true } }, (_request, reply) =>
    reply.sendFile('index.html', { cacheControl: false }),
  );
  app.setNotFoundHandler((request, reply) => {
    const screen =
      request.method === 'GET' &&
      !request.url.startsWith('/api/') &&
      !/\.[a-z0-9]{2,5}(\?|$)/i.test(request.url);
    if (screen) return reply.sendFile('index.html', { cacheControl: false });
    return sendProblems(reply, sentences, 404, [{ code: 'route-not-found' }]);
  });
}
