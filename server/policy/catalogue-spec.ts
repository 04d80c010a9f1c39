import { z } from 'zod';
import { durationSchema, idSchema, namedItem, textSchema } from './values.ts';
import { chainSchema } from './values-chain.ts';
import { countRequirement, plainRequirement, recurringDuty } from './values-duty.ts';
import { formSchema } from './values-form.ts';

export type RuleKind = 'value' | 'chain' | 'form' | 'requirement' | 'recurring' | 'indicator' | 'measure';

/** Which of several values is the stricter one. */
export type Direction =
  | 'earliest-due'
  | 'shortest'
  | 'longest'
  | 'max'
  | 'min'
  | 'true'
  | 'most-often'
  | 'earliest-max'
  | 'required';

/** How the levels of the tree combine for one rule. */
export type Combine =
  | { by: 'strictest'; direction: Direction }
  | { by: 'nearest' }
  | {
      by: 'union';
      item?: 'earliest-term' | 'approved-and' | 'gravest';
      fields?: Record<string, 'intersect' | 'max' | 'min' | 'gravest'>;
    };

export interface RuleSpec<S extends z.ZodType = z.ZodType> {
  kind: RuleKind;
  title: string;
  combine: Combine;
  schema: S;
  /** One Chinese sentence for the handbook: what it is for, how it is filled in. */
  about?: string;
  /** Open family: the id ends in '.own.<编号>' and the record must carry a title. */
  own?: boolean;
}

const nearest: Combine = { by: 'nearest' };
const union: Combine = { by: 'union' };

function spec<S extends z.ZodType>(kind: RuleKind, combine: Combine, schema: S) {
  return (title: string, about?: string): RuleSpec<S> => ({
    kind,
    title,
    combine,
    schema,
    ...(about === undefined ? {} : { about }),
  });
}

function strictest(direction: Direction): Combine {
  return { by: 'strictest', direction };
}

/** The builders below are the whole vocabulary of shapes; a rule is one line in a catalogue file. */
export const flag = spec('value', strictest('true'), z.boolean());
export const choice = spec('value', nearest, z.boolean());
export const deadline = spec('value', strictest('earliest-due'), durationSchema);
export const interval = spec('value', strictest('shortest'), durationSchema);
export const minimumDuration = spec('value', strictest('longest'), durationSchema);
export const atLeast = spec('value', strictest('max'), z.number().int().min(0).max(1000));
export const atMost = spec('value', strictest('min'), z.number().int().min(1).max(1000));
export const nearestText = spec('value', nearest, textSchema);
export const list = spec('value', union, z.array(namedItem).min(1));
export const nearestList = spec('value', nearest, z.array(namedItem).min(1));
export const idList = spec('value', union, z.array(idSchema).min(1));
export const idGroups = spec('value', union, z.array(z.array(idSchema).min(2)).min(1));
export const chain = spec('chain', nearest, chainSchema);
export const form = spec('form', nearest, formSchema);
export const requirement = spec('requirement', union, plainRequirement);
export const limitRequirement = spec(
  'requirement',
  { by: 'union', fields: { max: 'min' } },
  countRequirement,
);
export const recurring = spec('recurring', strictest('most-often'), recurringDuty);

/** A rule with a shape of its own. */
export function shaped<S extends z.ZodType>(
  kind: RuleKind,
  combine: Combine,
  schema: S,
  title: string,
  about?: string,
): RuleSpec<S> {
  return spec(kind, combine, schema)(title, about);
}

/** An open family whose last part a pack may coin. */
export function own<S extends z.ZodType>(rule: RuleSpec<S>): RuleSpec<S> {
  return { ...rule, own: true };
}
