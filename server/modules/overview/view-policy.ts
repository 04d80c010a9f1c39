import type { z } from 'zod';
import type {
  Holding,
  jurisdictionName,
  Regulation,
  record as recordWire,
} from '../../../contracts/policy/wire.ts';
import { policyText } from '../../../contracts/policy/words.ts';
import type { Geography } from '../../kernel/context.ts';
import {
  type Answer,
  combineText,
  conditionText,
  type Day,
  describeValue,
  type Jurisdiction,
  type Pack,
  type PackRecord,
  type PackSet,
  type PackSource,
  type Policy,
  ruleSpec,
} from '../../policy/index.ts';

type Titles = Parameters<typeof describeValue>[2];

export function viewJurisdiction(j: Jurisdiction): z.infer<typeof jurisdictionName> {
  return { code: j.code, name: j.name, level: j.level };
}

/** A regulation with the state of each of its documents on a day. */
export function viewRegulation(pack: Pack, on: Day, geography: Geography): Regulation {
  const at = geography.get(pack.jurisdiction);
  return {
    pack: pack.id,
    title: pack.title,
    version: pack.version,
    jurisdiction: at
      ? viewJurisdiction(at)
      : { code: pack.jurisdiction, name: pack.jurisdiction, level: 'unit' },
    sources: [...pack.sources.values()].map((source) => ({
      id: source.id,
      title: source.title,
      number: source.number ?? null,
      from: source.from,
      until: source.until ?? null,
      assumed: source.assumed ?? null,
      state: stateOf(source, on),
    })),
    records: pack.records.length,
    clauses: pack.clauses.length,
  };
}

function stateOf(source: PackSource, on: Day): Regulation['sources'][number]['state'] {
  if (on < source.from) return 'not-yet';
  if (source.until === undefined || on < source.until) return 'in-force';
  return source.repealedBy === undefined ? 'lapsed' : 'repealed';
}

export function viewRecord(record: PackRecord, packs: PackSet): z.infer<typeof recordWire> {
  const titles: Titles = {
    postTitle: (id) => packs.posts.get(id) ?? id,
    gateTitle: (id) => packs.gates.get(id) ?? id,
  };
  const text =
    record.value === null ? policyText.repealed : describeValue(record.spec, record.value, titles).join('\n');
  return {
    rule: record.rule,
    title: record.title,
    kind: record.spec.kind,
    from: record.from,
    text: record.when ? `${policyText.when(conditionText(record.when))}\n${text}` : text,
    basis: { source: record.basis.source, article: record.basis.article, summary: record.basis.summary },
    clauses: [...record.clauses],
  };
}

/** An answer of the policy engine in words: the value, why it holds, what it overrode. */
export function viewHolding(policy: Policy, answer: Answer<unknown>): Holding {
  const spec = ruleSpec(answer.rule);
  if (!spec) throw new RangeError(`no rule ${answer.rule}`);
  const words = (value: unknown) => describeValue(spec, value, policy).join('\n');
  return {
    rule: answer.rule,
    title: answer.title,
    kind: spec.kind,
    state: answer.state,
    combine: combineText(spec.combine),
    text: answer.value === null ? policyText.states[answer.state] : words(answer.value),
    basis: answer.basis,
    overrode: answer.overrode.map((o) => ({ text: words(o.value), basis: o.basis, why: o.why })),
    conditional: answer.conditional.map((c) => ({
      when: conditionText(c.when),
      text: words(c.value),
      basis: c.basis,
    })),
    notes: answer.notes,
  };
}
