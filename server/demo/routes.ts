import { clockBody, nothing } from '../../contracts/identity/wire.ts';
import { setClock } from '../kernel/clock.ts';
import { moduleRoutes, type RouteParts } from '../kernel/http/routes.ts';
import { renewDemoPasswords } from '../kernel/identity/index.ts';
import { done, Refused } from '../kernel/outcome.ts';
import { demoUserNames } from './fill-demo.ts';

/** Turning the clock of a demonstration; mounted in demonstrations only. Anybody signed in may, and it is recorded. */
export function demoRoutes(parts: RouteParts): void {
  moduleRoutes(parts, '演示').command({
    method: 'PUT',
    url: '/api/v1/demo/clock',
    summary: '调整演示时钟',
    body: clockBody,
    response: nothing,
    handle: async (ctx, { body }) => {
      const [post] = ctx.actor.posts;
      if (!post) throw new Refused('forbidden');
      await setClock(ctx.tx, body.now, ctx.actor.personId ?? '');
      await renewDemoPasswords(ctx, demoUserNames, body.now ?? 'now');
      ctx.audit({
        jurisdiction: post.jurisdiction,
        action: 'clock.set',
        subject: { type: 'clock', id: '1' },
        post,
        facts: { to: body.now },
      });
      return done({});
    },
  });
}
