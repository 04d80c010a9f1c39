import type { EntryBody } from '../../../contracts/checking/wire.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/db/uuid.ts';
import { done, type Outcome, refuse } from '../../kernel/outcome.ts';
import { checkSettings } from '../../policy/index.ts';
import { keeperPost, recordChange } from './hold-entry.ts';
import type { Entry } from './model.ts';
import { entryProblems } from './rules-lexicon.ts';
import { insertEntry } from './store-lexicon.ts';

/** Adds an entry as a draft, which marks nothing yet. Problems: checking.… by field, term-doubled. Throws Refused. */
export async function addEntry(ctx: Context, jurisdiction: string, body: EntryBody): Promise<Outcome<Entry>> {
  const post = keeperPost(ctx, jurisdiction);
  const gravest = checkSettings(ctx.policy(jurisdiction))[body.detector]?.severity;
  const problems = entryProblems(body, gravest);
  if (problems.length > 0) return refuse(...problems);
  const { term, detector, kind, severity, except, source } = body;
  const entry: Entry = {
    jurisdiction,
    id: newId(),
    term,
    detector,
    kind,
    severity,
    right: body.right === undefined || body.right === '' ? null : body.right,
    except: [...new Set(except)],
    source,
    from: body.from ?? null,
    to: body.to ?? null,
    state: 'draft',
    version: 1,
    tried: null,
    createdAt: ctx.now.iso,
    createdByName: ctx.actor.name,
  };
  if (!(await insertEntry(ctx.tx, entry)))
    return refuse({ code: 'checking.term-doubled', field: 'term', facts: { term } });
  await recordChange(ctx, 'add', { entry, post, reason: null });
  return done(entry);
}
