import type {
  AttachmentSlot,
  FilingWire,
  FormFieldWire,
  RouteWire,
} from '../../../contracts/accounts/wire.ts';
import { accountsText, anchorNames } from '../../../contracts/accounts/words.ts';
import { stepKindNames } from '../../../contracts/approvals/words.ts';
import { termText } from '../../../contracts/deadlines/words.ts';
import type { KeptFile } from '../../kernel/files.ts';
import type { BasisRef } from '../../policy/index.ts';
import type { Approval, Route, Step } from '../approvals/index.ts';
import type { FilledForm } from './fill-form.ts';
import type { Field, FormModel, Slot } from './form-model.ts';
import { standingValues } from './form-standing.ts';
import type { FormValues, Standing } from './model.ts';
import type { PlannedEntry } from './rules-entries.ts';
import { answerText } from './summarise-filing.ts';
import { sentenceOf } from './view-checks.ts';
import { keptView } from './view-clocks.ts';

/** The form as it is asked: question by question, with what the system fills in or suggests. */
export function formView(
  form: FormModel,
  filled: FilledForm,
  basis: readonly BasisRef[],
  standing: Standing | null,
): FilingWire['form'] {
  const known = standing ? standingValues(standing) : {};
  return {
    title: form.title,
    sections: form.sections.map(({ title, fields }) => ({
      title,
      fields: fields.map((field) => fieldView(field, filled, known)),
    })),
    basis: [...basis],
  };
}

function fieldView(field: Field, filled: FilledForm, known: FormValues): FormFieldWire {
  return {
    key: field.key,
    label: field.label,
    type: field.type,
    required: field.required,
    maxLength: field.type === 'checkbox' ? null : field.maxLength,
    options: field.options?.map(({ value, label }) => ({ value, label })) ?? null,
    hint: field.hint,
    system: filled.system.has(field.key),
    suggestion: filled.suggestions.get(field.key) ?? null,
    standing: field.key in known ? answerText(field, known[field.key]) : null,
    basis: [...field.basis],
  };
}

export function slotView(slot: Slot, files: readonly KeptFile[]): AttachmentSlot {
  return {
    label: slot.label,
    title: slot.title,
    required: slot.required,
    files: files.filter(({ label }) => label === slot.label).map(keptView),
    basis: [...slot.basis],
  };
}

/** The route a filing would take if it were submitted now. */
export function plannedRoute(route: Route, basis: readonly BasisRef[]): RouteWire {
  const codes = route.problems.map(({ code }) => code);
  const state = codes.includes('approvals.no-chain')
    ? 'no-chain'
    : codes.includes('approvals.no-seat') || codes.includes('approvals.out-of-reach')
      ? 'no-seat'
      : codes.length > 0
        ? 'vacant'
        : 'ready';
  return {
    state,
    title: route.title,
    steps: route.seats.map(({ step, unit, postTitle, holders, acting }) => ({
      stepId: step.id,
      title: step.title,
      kind: step.kind,
      kindName: stepKindNames[step.kind],
      unitName: unit?.name ?? null,
      postTitle,
      holders: [...holders, ...(acting?.holders ?? [])].map(({ name }) => name),
      vacant: holders.length === 0 && (acting?.holders.length ?? 0) === 0,
      seal: step.seal ?? false,
      signature: step.signature ?? false,
    })),
    message: route.problems.length > 0 ? route.problems.map(sentenceOf).join('') : null,
    basis: [...basis],
  };
}

/** The route a filing is on, as it was pinned. */
export function pinnedRoute(approval: Approval, holders: ReadonlyMap<string, readonly string[]>): RouteWire {
  const isVacant = (step: Step) => holders.get(step.id)?.length === 0;
  return {
    state: approval.steps.some(isVacant) ? 'vacant' : 'ready',
    title: approval.chainTitle,
    steps: approval.steps.map((step) => ({
      stepId: step.stepId,
      title: step.title,
      kind: step.kind,
      kindName: stepKindNames[step.kind],
      unitName: step.unitName,
      postTitle: step.postTitle,
      holders: [...(holders.get(step.id) ?? (step.decision ? [step.decision.personName] : []))],
      vacant: isVacant(step),
      seal: step.seal,
      signature: step.signature,
    })),
    message: null,
    basis: [...approval.basis],
  };
}

/** What will have to be entered outside. */
export function dutyView(entry: PlannedEntry): FilingWire['duties'][number] {
  return {
    system: entry.system,
    term: termText(entry.term),
    anchorName: anchorNames[entry.anchor],
    by: entry.duty === 'host' ? accountsText.byHost : accountsText.bySupervisor,
    basis: [...entry.basis],
  };
}
