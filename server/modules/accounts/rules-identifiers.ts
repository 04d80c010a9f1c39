import type { Problem } from '../../kernel/outcome.ts';
import { asKept, identifierOf, isWritten, type Platform } from '../../policy/index.ts';
import { coreKeys } from './form-model.ts';
import type { Check } from './model.ts';
import { type FilingFacts, platformOf, textOf } from './rules-facts.ts';
import { readLink } from './rules-links.ts';

/**
 * Whether an identifier is written as the platform writes it; the problem shows the right form, and the identifier
 * itself where a link to the account was pasted. Empty and platforms that say nothing of their identifiers pass.
 */
function identifierProblems(platform: Platform | null, field: string, text: string): Problem[] {
  if (!platform?.ids || text === '') return [];
  const read = identifierOf(platform, text);
  if (read && read.value === text) return [];
  const found = read?.value ?? inLink(platform, text);
  const examples = platform.ids.map(({ label, example }) => ({ label, example }));
  const facts = { platform: platform.name, label: platform.idLabel, examples, ...(found ? { found } : {}) };
  return [{ code: found ? 'accounts.uid-found' : 'accounts.uid-format', field, facts }];
}

/** The identifier that a pasted link to the account holds; null where it holds none. */
function inLink(platform: Platform, text: string): string | null {
  const reading = readLink([platform], text);
  return reading.found === 'account' && reading.kind !== 'handle' ? reading.value : null;
}

/** By what an account is known on its platform, as typed; '' where nothing was. */
interface Typed {
  readonly uid: string;
  readonly otherUid: string;
  readonly handle: string;
}
type Fields = Readonly<Record<keyof Typed, string>>;

/** What is wrong with how identifiers and handle are written, each at its field. */
function identityProblems(platform: Platform | null, typed: Typed, fields: Fields): Problem[] {
  return [
    ...identifierProblems(platform, fields.uid, typed.uid),
    ...identifierProblems(platform, fields.otherUid, typed.otherUid),
    ...handleProblems(platform, fields.handle, typed.handle),
  ];
}

/** The same where an opening is recorded: with two identifiers of one kind. */
export function openingIdentityProblems(platform: Platform | null, typed: Typed, fields: Fields): Problem[] {
  return [...identityProblems(platform, typed, fields), ...sameKind(platform, fields.otherUid, typed)];
}

/** Identifiers and handle as the platform has them, and nobody else holding the identifier anywhere in the country. */
export function checkIdentifiers(facts: FilingFacts): Check[] {
  const standing = facts.account?.standing ?? null;
  const platform =
    platformOf(facts) ?? facts.platforms.items.find(({ id }) => id === standing?.platform) ?? null;
  const uid = textOf(facts, coreKeys.uid);
  const other = textOf(facts, coreKeys.otherUid);
  // What is on record from before formats were asked stays until it is changed.
  const asked = uid === standing?.platformUid ? '' : uid;
  const problems = [
    ...identityProblems(
      platform,
      { uid: asked, otherUid: other, handle: textOf(facts, coreKeys.handle) },
      coreKeys,
    ),
    ...sameKind(platform, coreKeys.otherUid, { uid, otherUid: other }),
    ...(facts.uidHolder
      ? [{ code: 'accounts.uid-taken', field: coreKeys.uid, facts: { ...facts.uidHolder } }]
      : []),
  ];
  if (problems.length === 0) return [];
  return [{ id: 'uid', group: 'account', problems, strength: 'refuse', basis: [], reason: null }];
}

/** A second identifier is of another kind: two of one kind are two accounts. */
function sameKind(
  platform: Platform | null,
  field: string,
  { uid, otherUid }: { readonly uid: string; readonly otherUid: string },
): Problem[] {
  if (!platform?.ids || uid === '' || otherUid === '') return [];
  const [first, second] = [identifierOf(platform, uid), identifierOf(platform, otherUid)];
  return first && second && first.kind === second.kind
    ? [{ code: 'accounts.uid-twice', field, facts: { label: platform.idLabel } }]
    : [];
}

function handleProblems(platform: Platform | null, field: string, handle: string): Problem[] {
  if (!platform?.handle || handle === '' || isWritten(asKept(handle, {}), platform.handle.formats)) return [];
  const { label, example } = platform.handle;
  return [{ code: 'accounts.handle-format', field, facts: { label, example } }];
}
