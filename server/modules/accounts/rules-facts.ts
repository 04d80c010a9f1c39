import type { Problem } from '../../kernel/outcome.ts';
import type {
  Answer,
  BasisRef,
  CaseFacts,
  Day,
  Form,
  Platform,
  Policy,
  Tier,
  UnitKind,
} from '../../policy/index.ts';
import { type Change, coreKeys, type FormModel } from './form-model.ts';
import type { AccountMatter, Backfile, Check, FormValues, Pins, Standing, Timing } from './model.ts';

/** What the rules know of the unit that opens. */
export interface HostFacts {
  readonly name: string;
  readonly kind: UnitKind;
  readonly tier: Tier | null;
  readonly secret: boolean;
  readonly inward: boolean;
  /** The day from which the unit is no more. */
  readonly closedOn?: Day | null;
}

/** What the rules know of the account that a filing is about. */
export interface AccountFacts {
  readonly matter: AccountMatter;
  /** As it stands in the registry now. */
  readonly standing: Standing;
  readonly pins: Pins;
  readonly changes: readonly Change[];
  /** Whoever files does so in the place of a host that is no more. */
  readonly takesOver: boolean;
  /** The host that the registry names is no more. */
  readonly hostGone: boolean;
  /** To whom the account is to go, with what that unit has already. */
  readonly newHost: {
    readonly unit: HostFacts;
    readonly facts: CaseFacts;
    readonly sameJurisdiction: boolean;
    readonly others: readonly Claim[];
    /** The step of consent falls to this very unit. */
    readonly seated: boolean;
  } | null;
  /** Reasons that the form lists for the matter. */
  readonly reasons: NonNullable<Form['reasons']>[AccountMatter];
}

/** An account that the host has, or claims by a filing under way. */
export interface Claim {
  readonly name: string;
  readonly platform: string;
}

/** Everything a submission is checked against. */
export interface FilingFacts {
  readonly host: HostFacts;
  readonly policy: Policy;
  readonly facts: CaseFacts;
  readonly timing: Timing;
  readonly form: FormModel;
  /** Values with what the system fills in. */
  readonly values: FormValues;
  /** Reasons for departing from a rule, by the id of the check. */
  readonly exceptions: Readonly<Record<string, string>>;
  /** How many files each paper has, by label. */
  readonly files: Readonly<Record<string, number>>;
  /** The platforms there are, with the basis that lists them. */
  readonly platforms: { readonly items: readonly Platform[]; readonly basis: readonly BasisRef[] };
  /** The host's other accounts and claims. */
  readonly others: readonly Claim[];
  /** Whose platform number the filing names, where another account holds it. */
  readonly uidHolder: { readonly name: string; readonly host: string } | null;
  readonly today: Day;
  /** The first day on which an account may be opened that is filed today, where a lead applies. */
  readonly earliestOpening: Day | null;
  /** What stands in the way of the chain: no chain, no unit, a vacant post. */
  readonly routeProblems: readonly Problem[];
  readonly routeBasis: readonly BasisRef[];
  /** Posts at the host that consent in the chain. */
  readonly consentingPosts: readonly string[];
  /** Of a filing that is made up for: accounts opened before which day; null otherwise. */
  readonly backfile: Pick<Backfile, 'before' | 'basis'> | null;
  /** The account that is changed or ended; null for an opening. */
  readonly account: AccountFacts | null;
}

type Strength = Check['strength'];

/** A check of one rule; null where nothing of the kind is in force. */
export function checkOf<T extends { strength: Strength }>(
  facts: FilingFacts,
  about: { readonly id: string; readonly group: Check['group']; readonly answer: Answer<T> },
  find: (rule: T) => readonly Problem[],
): Check[] {
  const { value } = about.answer;
  if (about.answer.state !== 'in-force' || value === null) return [];
  return [
    {
      id: about.id,
      group: about.group,
      problems: find(value).map((problem) => ({ ...problem, basis: about.answer.basis })),
      strength: value.strength,
      basis: about.answer.basis,
      reason: facts.exceptions[about.id]?.trim() || null,
    },
  ];
}

/** A typed text, '' where nothing was written. */
export function textOf(facts: Pick<FilingFacts, 'values'>, key: string): string {
  const value = facts.values[key];
  return typeof value === 'string' ? value.trim() : '';
}

export function isTicked(facts: Pick<FilingFacts, 'values'>, key: string): boolean {
  return facts.values[key] === true;
}

/** The chosen platform as the catalogue of platforms has it; null where none or an unknown one is chosen. */
export function platformOf(facts: FilingFacts): Platform | null {
  const id = textOf(facts, coreKeys.platform);
  return facts.platforms.items.find((platform) => platform.id === id) ?? null;
}

/** Length of a text as people count it: characters, not code units. */
export function lengthOf(text: string): number {
  return [...text].length;
}
