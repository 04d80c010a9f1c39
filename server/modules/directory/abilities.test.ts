import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Actor, ActorPost } from '../../kernel/actor.ts';
import { createGeography } from '../../kernel/geography.ts';
import { areaPost, managingPost, mustHave, personPost, rolePost } from './abilities.ts';
import { reachOf, scopeOf } from './rules.ts';

const geography = createGeography([
  { code: '100000', name: '全国', level: 'nation', parent: null },
  { code: '440000', name: '广东省', level: 'province', parent: '100000' },
  { code: '440100', name: '广州市', level: 'city', parent: '440000' },
  { code: '440117', name: '从化区', level: 'county', parent: '440100' },
  { code: '440300', name: '深圳市', level: 'city', parent: '440000' },
]);
const codes = ['100000', '440000', '440100', '440117', '440300'];

function actor(posts: readonly Partial<ActorPost>[]): Actor {
  const whole = posts.map((post) => ({
    postId: 'p',
    kind: 'administrator',
    title: '单位管理员',
    unitId: 'u',
    unitName: '单位',
    jurisdiction: '440100',
    roles: [],
    unitPath: ['u'],
    ...post,
  }));
  const scope = scopeOf(whole, geography);
  return { kind: 'person', personId: 'x', name: '甲', posts: whole, scope, reach: reachOf(scope, geography) };
}

const unit = (jurisdiction: string, path: string[] = ['other']) => ({ jurisdiction, path });

test('an administrator manages the own unit and what is below it, nothing beside', () => {
  const one = actor([{}]);
  expect(managingPost(one, unit('440100', ['root', 'u']), geography)).toBeDefined();
  expect(managingPost(one, unit('440100', ['root', 'u', 'below']), geography)).toBeDefined();
  expect(managingPost(one, unit('440100', ['root', 'beside']), geography)).toBeUndefined();
  expect(
    managingPost(actor([{ kind: 'principal-leader' }]), unit('440100', ['u']), geography),
  ).toBeUndefined();
});

test('GD-2a a supervisor manages its area and those below, not those above or beside', () => {
  const city = actor([{ roles: [{ role: 'supervisor', over: '440100' }] }]);
  const managed = codes.filter((code) => managingPost(city, unit(code), geography));
  expect(managed).toEqual(['440100', '440117']);
  expect(areaPost(city, '440300', geography)).toBeUndefined();
});

test('LZ-6 a supervisor is made by the level above, never by itself', () => {
  const city = actor([{ roles: [{ role: 'supervisor', over: '440100' }] }]);
  const province = actor([{ jurisdiction: '440000', roles: [{ role: 'supervisor', over: '440000' }] }]);
  expect(rolePost(city, { role: 'supervisor', over: '440100' }, geography)).toBeUndefined();
  expect(rolePost(city, { role: 'oversight', over: '440100' }, geography)).toBeDefined();
  expect(rolePost(city, { role: 'supervisor', over: '440117' }, geography)).toBeDefined();
  expect(rolePost(province, { role: 'supervisor', over: '440100' }, geography)).toBeDefined();
  expect(rolePost(province, { role: 'supervisor', over: '100000' }, geography)).toBeUndefined();
});

test('who serves two units is managed only by who manages both', () => {
  const one = actor([{}]);
  const person = (units: ReturnType<typeof unit>[]) => ({ jurisdiction: '440100', units, elsewhere: false });
  expect(personPost(one, person([unit('440100', ['u'])]), geography)).toBeDefined();
  expect(personPost(one, person([unit('440100', ['u']), unit('440100', ['v'])]), geography)).toBeUndefined();
  expect(personPost(one, person([]), geography)).toBeUndefined();
  const away = { ...person([unit('440100', ['u'])]), elsewhere: true };
  expect(personPost(one, away, geography)).toBeUndefined();
  const two = actor([{}, { unitId: 'v', unitPath: ['v'] }]);
  expect(personPost(two, person([unit('440100', ['u']), unit('440100', ['v'])]), geography)).toBeDefined();
});

const anyPost = fc.record({
  kind: fc.constantFrom('administrator', 'info-officer', 'filing-officer'),
  unitId: fc.constantFrom('u', 'v'),
  jurisdiction: fc.constantFrom(...codes),
  roles: fc.array(
    fc.record({
      role: fc.constantFrom('supervisor', 'executing-body', 'oversight'),
      over: fc.constantFrom(...codes),
    }),
    { maxLength: 2 },
  ),
});

test('LZ-8 whatever posts one holds: oversight alone writes nothing, and nobody manages outside the scope', () => {
  fc.assert(
    fc.property(fc.array(anyPost, { maxLength: 3 }), fc.constantFrom(...codes), (posts, code) => {
      const who = actor(posts);
      const post = managingPost(who, unit(code, ['w']), geography);
      if (!post) return;
      expect(post.kind).toBe('administrator');
      expect(post.roles.some((role) => role.role !== 'oversight')).toBe(true);
      expect(who.scope).toContain(code);
    }),
  );
});

test('the scope is closed downwards, the reach upwards', () => {
  fc.assert(
    fc.property(fc.array(anyPost, { maxLength: 3 }), (posts) => {
      const who = actor(posts);
      for (const post of who.posts)
        for (const { over } of post.roles)
          expect(who.scope).toEqual(expect.arrayContaining([...geography.descendants(over)]));
      for (const code of who.scope)
        for (const above of geography.ancestors(code)) expect(who.reach).toContain(above.code);
    }),
  );
  expect(actor([]).scope).toEqual([]);
});

test('without a right nothing goes on; the system needs none', () => {
  expect(() => mustHave(actor([]), undefined)).toThrow('forbidden');
  expect(
    mustHave(
      { kind: 'system', personId: null, name: 'system', posts: [], scope: '*', reach: '*' },
      undefined,
    ),
  ).toBeNull();
});
