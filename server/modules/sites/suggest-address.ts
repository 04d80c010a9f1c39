import type { z } from 'zod';
import type { ProposalWire, siteChoices } from '../../../contracts/sites/wire.ts';
import type { Context } from '../../kernel/context.ts';
import { found } from '../../kernel/outcome.ts';
import { listSiteChannels } from '../accounts/index.ts';
import { findUnits, getUnit } from '../directory/index.ts';
import type { Key } from './lock-site.ts';
import { proposeColumn, proposeSection } from './propose-address.ts';
import { readColumns, readSection, readSections } from './store-sections.ts';
import { readSite } from './store-sites.ts';
import { sentenceOf } from './view-sentences.ts';

/** The address that a section of a unit, or a column of a name, would get by the rule. */
export async function suggestAddress(
  ctx: Context,
  asked: Key & {
    readonly unit: string;
    readonly name?: string | undefined;
    readonly section?: string | undefined;
  },
): Promise<ProposalWire> {
  const { jurisdiction } = asked;
  const site = found(await readSite(ctx.tx, jurisdiction, asked.id));
  const proposal =
    asked.name === undefined
      ? proposeSection(ctx.policy(jurisdiction), {
          site,
          unit: await getUnit(ctx, asked.unit),
          sections: await readSections(ctx.tx, site),
        })
      : proposeColumn(ctx, {
          site,
          section: asked.section
            ? found(await readSection(ctx.tx, { jurisdiction, id: asked.section }))
            : null,
          name: asked.name,
          columns: await readColumns(ctx.tx, site),
        });
  const { address, initials, explanation, problems, basis } = proposal;
  return {
    address,
    initials,
    explanation,
    problem: problems.length > 0 ? problems.map(sentenceOf).join('') : null,
    basis: [...basis],
  };
}

const UNITS = 2000;

/** What the forms of a site offer: websites of the registry, and the standing units of the area. */
export async function listChoices(ctx: Context, jurisdiction: string): Promise<z.input<typeof siteChoices>> {
  found(ctx.geography.get(jurisdiction));
  const channels = await listSiteChannels(ctx, jurisdiction);
  const { items } = await findUnits(ctx, { q: '', jurisdiction, page: 1, size: UNITS });
  return {
    accounts: channels.map(({ id, name, platformName }) => ({ id, name: `${name} ${platformName}` })),
    units: items.map(({ unit }) => ({ id: unit.id, name: unit.name })),
  };
}
