import { identityFields as words } from '../../../contracts/accounts/words-identity.ts';
import { coreKeys, type Field, type FormInput } from './form-model.ts';
import { question } from './form-questions.ts';
import { platformsOf } from './list-platforms.ts';

/**
 * What the chosen platform lets an account be and be called: its type; its second identifier and handle once it is open.
 * An account that is ended is asked nothing more.
 */
export function identifierQuestions({ policy, facts, timing }: FormInput): Field[] {
  if (facts.matter === 'close' || facts.matter === 'cancel') return [];
  const open = facts.matter === 'change' || timing === 'after-opening';
  const { items, basis } = platformsOf(policy, facts);
  const platform = items.find(({ id }) => id === facts.platform);
  if (!platform) return [];
  const { types, ids = [], handle } = platform;
  return [
    ...(types
      ? [
          question(coreKeys.type, words.type(types.map(({ label }) => label)), {
            type: 'select',
            required: false,
            detail: true,
            basis,
            options: types.map(({ label }) => ({ value: label, label })),
          }),
        ]
      : []),
    ...(open && ids.length > 1
      ? [
          question(coreKeys.otherUid, words.otherUid, {
            required: false,
            detail: true,
            hint: words.otherUidHint(ids.map(({ label }) => label)),
          }),
        ]
      : []),
    ...(open && handle
      ? [
          question(coreKeys.handle, handle.label, {
            required: false,
            detail: true,
            maxLength: 60,
            hint: words.handleHint(handle.example),
          }),
        ]
      : []),
  ];
}

/** How the platform's identifier looks and where it is found; null where nothing is known of it. */
export function identifierHint({ policy, facts }: Pick<FormInput, 'policy' | 'facts'>): string | null {
  const platform = platformsOf(policy, facts).items.find(({ id }) => id === facts.platform);
  return platform?.ids ? words.uidExamples(platform.ids) : null;
}
