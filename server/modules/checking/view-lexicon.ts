import type { EntryWire, LexiconWire } from '../../../contracts/checking/wire.ts';
import type { Context } from '../../kernel/context.ts';
import { mayChangeLexicon } from './abilities.ts';
import type { Entry, LexiconChange } from './model.ts';

export function entryView(ctx: Context, entry: Entry): EntryWire {
  const { jurisdiction, tried, state } = entry;
  return {
    jurisdiction,
    jurisdictionName: ctx.geography.get(jurisdiction)?.name ?? jurisdiction,
    id: entry.id,
    term: entry.term,
    detector: entry.detector,
    kind: entry.kind,
    severity: entry.severity,
    right: entry.right,
    except: [...entry.except],
    source: entry.source,
    from: entry.from,
    to: entry.to,
    state,
    version: entry.version,
    tried: tried && { ...tried, examples: tried.examples.map((example) => ({ ...example })) },
    createdAt: entry.createdAt,
    createdBy: entry.createdByName,
    abilities: {
      change: state !== 'retired' && mayChangeLexicon(ctx, jurisdiction),
    },
  };
}

export function changeView(change: LexiconChange): LexiconWire['changes'][number] {
  const { version, action, subject, reason, at, personName, postTitle } = change;
  return { version, action, term: subject.term, reason, at, by: { name: personName, post: postTitle } };
}
