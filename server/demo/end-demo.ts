import { systemActor } from '../kernel/actor.ts';
import { clockIsSet, setClock } from '../kernel/clock.ts';
import { shutOutDemoUsers } from '../kernel/identity/index.ts';
import { done, refuse } from '../kernel/outcome.ts';
import type { Runner } from '../kernel/runner.ts';
import { demoUserNames } from './fill-demo.ts';
import { DEMO_PASSWORD } from './sign-ins.ts';

/**
 * Ends what a demonstration left behind in a database that is now started in earnest: the clock runs in real time
 * again, and users with the password that everybody can read in the documentation are shut out. Answers the lines to
 * print; none where nothing was left.
 */
export async function endDemo(runner: Runner): Promise<string[]> {
  const outcome = await runner.command(systemActor, async (ctx) => {
    const clock = await clockIsSet(ctx.tx);
    const users = await shutOutDemoUsers(ctx, demoUserNames, { password: DEMO_PASSWORD, out: true });
    if (!clock && users === 0) return refuse({ code: 'not-found' });
    if (clock) await setClock(ctx.tx, null, 'system');
    const subject = { type: 'system', id: 'demo' };
    ctx.audit({ jurisdiction: '100000', action: 'demo.end', subject, facts: { clock, users } });
    return done({ clock, users });
  });
  if (!outcome.ok) return [];
  const { clock, users } = outcome.value;
  return [
    '注意：这个数据库曾用作演示。正式使用请换一个新的数据目录（JUZHEN_DATA）或新的数据库。',
    ...(users > 0 ? [`  仍用演示口令的 ${users} 个用户已停用；以 DEMO=on 启动会重新启用。`] : []),
    ...(clock ? ['  演示时钟已拨回当前时间。'] : []),
  ];
}
