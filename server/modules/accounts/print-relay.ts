import { relayText as text } from '../../../contracts/accounts/words-relay.ts';
import { reportToPdf } from '../../documents/report.ts';
import { dayOf } from '../../kernel/clock.ts';
import type { Context } from '../../kernel/context.ts';
import type { FileAnswer } from '../../kernel/http/routes.ts';
import { found, Refused } from '../../kernel/outcome.ts';
import { readRelay } from './store-relays.ts';

/** The list of what a park handed on together, for the file. Only for those who serve there. */
export async function printRelay(
  ctx: Context,
  key: { readonly jurisdiction: string; readonly id: string },
): Promise<FileAnswer> {
  const relay = found(await readRelay(ctx.tx, key.jurisdiction, key.id));
  const serves = ctx.actor.posts.some(
    ({ unitId, roles }) => unitId === relay.unitId || roles.some(({ over }) => over === relay.jurisdiction),
  );
  if (!serves) throw new Refused('forbidden');
  const content = await reportToPdf({
    title: text.title,
    subtitle: text.subtitle(relay.unitName, relay.number),
    sections: [
      {
        title: text.sectionFacts,
        facts: [
          { label: text.facts.unit, value: relay.unitName },
          { label: text.facts.on, value: dayOf(relay.relayedAt) },
          { label: text.facts.by, value: `${relay.relayedPost} ${relay.relayedByName}` },
          { label: text.facts.count, value: String(relay.items.length) },
          ...(relay.note ? [{ label: text.facts.note, value: relay.note }] : []),
        ],
        columns: [],
        rows: [],
      },
      {
        title: text.sectionItems,
        facts: [],
        columns: text.columns,
        rows: relay.items.map((item, at) => [
          String(at + 1),
          item.hostName,
          item.title,
          item.digest.slice(0, 16),
        ]),
      },
    ],
  });
  return { name: text.fileName(relay.unitName, relay.number), mime: 'application/pdf', content };
}
