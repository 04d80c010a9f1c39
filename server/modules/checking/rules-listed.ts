import type { ListedBody } from '../../../contracts/checking/wire-lists.ts';
import type { Problem } from '../../kernel/outcome.ts';
import type { Day } from '../../policy/index.ts';
import type { Listed } from './list-model.ts';

/** The classes from which reprints may come, as the packs name them; null where they do not limit the sources. */
export type SourceClasses = readonly { readonly id: string; readonly label: string }[] | null;

const SHORTEST = 2;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,62}$/;
const PHONE = /^[\d\s()（）+-]{5,24}$/;

const about = (field: string, reason: string, facts: Record<string, string> = {}): Problem => ({
  code: `checking.${reason}`,
  field,
  facts,
});

/** A domain as it is compared: from a pasted address only the host, in small letters and without www. */
export function domainIn(written: string): string {
  const host = written
    .trim()
    .toLowerCase()
    .replace(/^[a-z]{2,8}:\/\//, '')
    .replace(/[/?#:].*$/, '');
  return host.replace(/^www\.(?=[^.]+\.)/, '');
}

/** All that is wrong with something somebody wants to list. */
export function listedProblems(body: ListedBody, classes: SourceClasses): Problem[] {
  const { kind, name, entries, basis, from, to } = body;
  const problems: Problem[] = [];
  if (name.length < SHORTEST) problems.push(about('name', 'list-name-missing'));
  if (kind === 'source' && !(classes ?? []).some(({ id }) => id === body.class))
    problems.push(about('class', 'class-unknown'));
  if (kind !== 'source' && entries.length === 0) problems.push(about('entries', 'list-empty'));
  for (const entry of entries) {
    const isRight =
      kind === 'phone'
        ? PHONE.test(entry) && /\d{5}/.test(entry.replace(/\D/g, ''))
        : DOMAIN.test(domainIn(entry));
    if (!isRight)
      problems.push(about('entries', kind === 'phone' ? 'phone-malformed' : 'domain-malformed', { entry }));
  }
  if (basis.length < SHORTEST) problems.push(about('basis', 'source-missing'));
  if (from !== undefined && to !== undefined && to < from) problems.push(about('to', 'days-reversed'));
  return problems;
}

/** Whether something listed holds on a day. */
export function holdsOn({ from, to, removed }: Listed, day: Day): boolean {
  return !removed && (from === null || from <= day) && (to === null || day <= to);
}

/** The listed sources that count on a day: those of a class that the packs allow. */
export function sourcesOn(items: readonly Listed[], classes: SourceClasses, day: Day): Listed[] {
  const allowed = new Set(classes?.map(({ id }) => id));
  return items.filter(
    (item) => item.kind === 'source' && holdsOn(item, day) && allowed.has(item.class ?? ''),
  );
}
