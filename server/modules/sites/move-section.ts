import type { Context } from '../../kernel/context.ts';
import { done, found, type Outcome, refuse } from '../../kernel/outcome.ts';
import { actingPost, holdForBuilder, type Key, refuseStale } from './lock-site.ts';
import type { Section } from './model.ts';
import { refuseClosed } from './refuse-closed.ts';
import { isBelow, readAddress } from './rules-address.ts';
import { lockSection, readColumns, readSection, updateColumn, updateSection } from './store-sections.ts';

/** Puts a section at another address, its columns with it: what was found to differ is put right (QJ-7). */
export async function moveSection(
  ctx: Context,
  input: Key & { readonly address: string; readonly version: number },
): Promise<Outcome<Section>> {
  const seen = found(await readSection(ctx.tx, input));
  const { site, post } = await holdForBuilder(ctx, { ...input, id: seen.siteId });
  const section = found(await lockSection(ctx.tx, input));
  refuseClosed(section);
  refuseStale(section, input.version);
  const read = readAddress(input.address, site.domains);
  if (!read.ok) return refuse(read.problem);
  const moved: Section = { ...section, address: read.address, version: section.version + 1 };
  await updateSection(ctx.tx, moved);
  const columns = (await readColumns(ctx.tx, site)).filter(({ sectionId }) => sectionId === section.id);
  for (const column of columns) {
    if (!isBelow(column.address, section.address)) continue;
    const address = read.address + column.address.slice(section.address.length);
    await updateColumn(ctx.tx, { ...column, address, version: column.version + 1 });
  }
  ctx.audit({
    jurisdiction: site.jurisdiction,
    action: 'section.move',
    subject: { type: 'section', id: section.id },
    ...actingPost(post),
    facts: { from: section.address, to: moved.address },
    before: section,
    after: moved,
  });
  return done(moved);
}
