import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Actor, publicVisitor } from '../../kernel/actor.ts';
import { done, type Outcome } from '../../kernel/outcome.ts';
import { insertClaims } from './store-claims.ts';
import { createWorld, type World } from './testing.ts';
import { plantAccount } from './testing-matters.ts';

let world: World;

beforeAll(async () => {
  world = await createWorld('2026-09-29');
});
afterAll(() => world.kernel.drop());

/** What somebody's statement does to rows, in a transaction of theirs that leaves its mark in the trail. */
const write = (
  who: Actor,
  statement: (uid: string) => ReturnType<typeof sql>,
  uid: string,
): Promise<Outcome<number>> =>
  world.change(who, async (ctx) => {
    const { numAffectedRows } = await statement(uid).execute(ctx.tx);
    ctx.audit({
      jurisdiction: who.posts[0]?.jurisdiction ?? '',
      action: 'test',
      subject: { type: 'test', id: 'x' },
    });
    return done(Number(numAffectedRows ?? 0));
  });

test('LZ-11a the claims are read by everybody and written by nobody outside the place that holds them', async () => {
  const account = await plantAccount(world, 'fs-ws', { platform: 'weibo', platformUid: '2803301799' });
  const uid = '2803301799';
  const held = () =>
    world.ask(publicVisitor, async (ctx) => {
      const { rows } = await sql<{ id: string; place: string }>`
        select account_id as id, holder_jurisdiction as place from uid_claims where uid = ${uid}`.execute(
        ctx.tx,
      );
      return rows[0];
    });
  expect(await held()).toEqual({ id: account.id, place: '220621' });
  const strangers = [await world.actor('gd-rs', '经办人'), await world.actor('lz-park', '经办人')];
  for (const stranger of strangers) {
    expect(await write(stranger, (own) => sql`delete from uid_claims where uid = ${own}`, uid)).toEqual(
      done(0),
    );
    expect(
      await write(stranger, (own) => sql`update uid_claims set host_name = '别人' where uid = ${own}`, uid),
    ).toEqual(done(0));
    const forged = write(
      stranger,
      (own) =>
        sql`insert into uid_claims values ('weibo', ${`${own}0`}, '220621', ${account.filingId}, null, '', '', now())`,
      uid,
    );
    await expect(forged).rejects.toThrow(/row-level security/);
  }
  // Wanting what others hold is told, and changes nothing.
  const [stranger] = strangers;
  const wanted = await world.change(stranger as Actor, async (ctx) => {
    const jurisdiction = stranger?.posts[0]?.jurisdiction ?? '';
    ctx.audit({ jurisdiction, action: 'test', subject: { type: 'test', id: 'x' } });
    const claim = {
      platform: 'weibo',
      uid,
      jurisdiction,
      filingId: account.id,
      accountId: null,
      name: '',
      host: '',
    };
    return done(await insertClaims(ctx.tx, [claim], ctx.now.iso));
  });
  expect(wanted).toEqual(done([uid]));
  expect(await held()).toEqual({ id: account.id, place: '220621' });
});
