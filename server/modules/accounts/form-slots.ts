import { slotNames } from '../../../contracts/accounts/words.ts';
import { type BasisRef, holds } from '../../policy/index.ts';
import { matterSlots } from './form-matters.ts';
import type { FormInput, Slot } from './form-model.ts';

/** The papers to attach: of the form, of the rules, and one for each condition to be proved; the same id is one paper. */
export function slotsOf(input: FormInput): Slot[] {
  const { form, formBasis, facts } = input;
  const asked: Slot[] = [
    ...form.attachments
      .filter(({ when }) => holds(when, facts))
      .map(({ id, label, required }) => ({ label: id, title: label, required, basis: formBasis })),
    ...form.sections
      .flatMap(({ fields }) => fields)
      .filter(({ type, when }) => type === 'file' && holds(when, facts))
      .map(({ id, label, required }) => ({ label: id, title: label, required, basis: formBasis })),
    ...(input.account ? matterSlots(input, input.account) : openingSlots(input)),
  ];
  const byLabel = new Map<string, Slot>();
  for (const slot of asked) {
    const known = byLabel.get(slot.label);
    byLabel.set(
      slot.label,
      known
        ? { ...known, required: known.required || slot.required, basis: mergeBasis(known.basis, slot.basis) }
        : slot,
    );
  }
  return [...byLabel.values()];
}

/** What the rules for opening want proved. */
function openingSlots({ policy, facts }: FormInput): Slot[] {
  const conditions = policy.get('requirement.open.conditions', facts);
  return [
    ...(['requirement.open.attachments', 'requirement.open.duty-attachment'] as const).flatMap((rule) => {
      const answer = policy.get(rule, facts);
      return (answer.value?.documents ?? []).map(({ id, label }) => ({
        label: id,
        title: label,
        required: true,
        basis: answer.basis,
      }));
    }),
    ...(conditions.value?.conditions ?? [])
      .filter(({ evidence }) => evidence)
      .map(({ id, label }) => ({
        label: id,
        title: slotNames.evidence(label),
        required: true,
        basis: conditions.basis,
      })),
  ];
}

function mergeBasis(a: readonly BasisRef[], b: readonly BasisRef[]): BasisRef[] {
  const key = ({ pack, source, article }: BasisRef) => `${pack} ${source} ${article}`;
  return [...new Map([...a, ...b].map((one) => [key(one), one])).values()];
}
