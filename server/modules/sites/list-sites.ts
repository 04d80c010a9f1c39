import type { z } from 'zod';
import type { SiteQuery, SiteWire, sitePage } from '../../../contracts/sites/wire.ts';
import type { Context } from '../../kernel/context.ts';
import { keepingPost } from './abilities.ts';
import { findSites } from './store-sites.ts';
import { surveySite } from './survey-site.ts';
import { siteRowView, siteView } from './view.ts';

/** A page of the websites of the areas that the actor sees, and where the actor may register one. */
export async function listSites(ctx: Context, query: SiteQuery): Promise<z.input<typeof sitePage>> {
  const asked = query.jurisdiction === undefined ? null : ctx.geography.descendants(query.jurisdiction);
  const { scope } = ctx.actor;
  const jurisdictions =
    scope === '*' ? asked : scope.filter((code) => asked === null || asked.includes(code));
  const { items, total } = await findSites(ctx.tx, { ...query, jurisdictions });
  const own = [...new Set(ctx.actor.posts.map(({ jurisdiction }) => jurisdiction))];
  const kept = own.filter((code) => keepingPost(ctx.actor, code, ctx.geography) !== null);
  return {
    items: items.map((line) => siteRowView(ctx, line)),
    total,
    page: query.page,
    size: query.size,
    abilities: {
      register: kept.length > 0,
      jurisdictions: kept.map((code) => ({ code, name: ctx.geography.get(code)?.name ?? code })),
    },
  };
}

/** One website with its tree. A website is public: whoever sees the area may read it. */
export async function getSite(ctx: Context, jurisdiction: string, id: string): Promise<SiteWire> {
  return siteView(ctx, await surveySite(ctx, jurisdiction, id));
}
