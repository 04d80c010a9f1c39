import type { ActorPost } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import { found } from '../../kernel/outcome.ts';
import { holdForBuilder, type Key } from './lock-site.ts';
import type { Column, Section, Site } from './model.ts';
import { refuseClosed } from './refuse-closed.ts';
import { lockColumn, readColumn, readSection } from './store-sections.ts';

/** Holds a standing column, its site first, for those who build there. */
export async function holdColumn(
  ctx: Context,
  key: Key,
): Promise<{ site: Site; section: Section | null; column: Column; post: ActorPost | null }> {
  const seen = found(await readColumn(ctx.tx, key));
  const { jurisdiction } = key;
  const section = seen.sectionId
    ? found(await readSection(ctx.tx, { jurisdiction, id: seen.sectionId }))
    : null;
  const { site, post } = await holdForBuilder(ctx, { jurisdiction, id: seen.siteId }, section);
  const column = found(await lockColumn(ctx.tx, key));
  refuseClosed(column);
  return { site, section, column, post };
}
