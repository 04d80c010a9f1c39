import type { Context } from '../../kernel/context.ts';
import { done, found, type Outcome, refuse } from '../../kernel/outcome.ts';
import { actingPost, holdForBuilder, type Key, refuseStale } from './lock-site.ts';
import type { Section } from './model.ts';
import { refuseClosed } from './refuse-closed.ts';
import { countUnderWay } from './store-requests.ts';
import { lockSection, readColumns, readSection, updateColumn, updateSection } from './store-sections.ts';

/** Closes a section with all its columns; refused while a request leads into it. Its initials become free. */
export async function closeSection(
  ctx: Context,
  input: Key & { readonly reason: string; readonly version: number },
): Promise<Outcome<Section>> {
  const seen = found(await readSection(ctx.tx, input));
  const { site, post } = await holdForBuilder(ctx, { ...input, id: seen.siteId });
  const section = found(await lockSection(ctx.tx, input));
  refuseClosed(section);
  refuseStale(section, input.version);
  if ((await countUnderWay(ctx.tx, section)) > 0) return refuse({ code: 'sites.section-busy' });
  const on = ctx.now.day;
  const columns = (await readColumns(ctx.tx, site)).filter(({ sectionId }) => sectionId === section.id);
  for (const column of columns)
    await updateColumn(ctx.tx, { ...column, closedOn: on, version: column.version + 1 });
  const closed: Section = { ...section, closedOn: on, version: section.version + 1 };
  await updateSection(ctx.tx, closed);
  ctx.audit({
    jurisdiction: site.jurisdiction,
    action: 'section.close',
    subject: { type: 'section', id: section.id },
    ...actingPost(post),
    facts: { reason: input.reason, columns: columns.length },
    before: section,
    after: closed,
  });
  return done(closed);
}
