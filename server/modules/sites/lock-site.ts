import type { ActorPost } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import { found, Refused } from '../../kernel/outcome.ts';
import { buildingPost, keepingPost } from './abilities.ts';
import { type Builder, findBuilder } from './find-builder.ts';
import type { Section, Site } from './model.ts';
import { lockSite } from './store-sites.ts';

export interface Key {
  readonly jurisdiction: string;
  readonly id: string;
}

/** Holds a site for those who keep its registration. Throws not-found outside the scope, forbidden for others. */
export async function holdForKeeper(ctx: Context, key: Key): Promise<{ site: Site; post: ActorPost | null }> {
  const site = found(await lockSite(ctx.tx, key.jurisdiction, key.id));
  return { site, post: mustKeep(ctx, site.jurisdiction) };
}

/** The post in which the actor keeps sites there; null for the system. Throws Refused('forbidden'). */
export function mustKeep(ctx: Context, jurisdiction: string): ActorPost | null {
  if (ctx.actor.kind === 'system') return null;
  const post = keepingPost(ctx.actor, jurisdiction, ctx.geography);
  if (!post) throw new Refused('forbidden', { code: 'sites.not-keeper' });
  return post;
}

/** Holds a site for those who build on it: one adds at a time, so that initials and names are given once. */
export async function holdForBuilder(
  ctx: Context,
  key: Key,
  section: Section | null = null,
): Promise<{ site: Site; post: ActorPost | null; builder: Builder }> {
  const site = found(await lockSite(ctx.tx, key.jurisdiction, key.id));
  const builder = await findBuilder(ctx, site.jurisdiction);
  if (ctx.actor.kind === 'system') return { site, post: null, builder };
  const about = {
    jurisdiction: site.jurisdiction,
    builder,
    hostUnitId: site.hostUnitId,
    sectionUnitId: section?.unitId ?? null,
  };
  const post = buildingPost(ctx.actor, about, ctx.geography);
  if (post) return { site, post, builder };
  throw new Refused('forbidden', {
    code: 'sites.not-builder',
    facts: { builder: builder.bound ? (builder.unit?.name ?? '') : '' },
    basis: builder.basis,
  });
}

/** Refuses a change of what is no longer what was seen. */
export function refuseStale(row: { readonly version: number }, version: number): void {
  if (row.version !== version) throw new Refused('stale');
}

/** How the trail names the post in which somebody acted. */
export function actingPost(post: ActorPost | null): {
  post?: { postId: string; title: string; unitName: string };
} {
  return post ? { post: { postId: post.postId, title: post.title, unitName: post.unitName } } : {};
}
