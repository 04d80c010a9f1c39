import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { longestText } from '../../../contracts/checking/wire.ts';
import { checkingScreenWords } from '../../../contracts/ui/words-checking.ts';
import { type Draft, declaredOf } from './draft.ts';

const words = checkingScreenWords.write;

interface DeclaredFieldsProps {
  draft: Draft;
  onChange: (draft: Draft) => void;
}

function Field({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div className="jz-check-field">
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  );
}

function Exemption({ draft, onChange }: DeclaredFieldsProps) {
  const grounds = Object.entries(words.grounds).map(([value, label]) => ({ value, label }));
  return (
    <>
      <Field id="check-ground" label={words.ground}>
        <Select
          id="check-ground"
          value={draft.ground}
          options={[{ value: '', label: words.noGround }, ...grounds]}
          onChange={(ground) => onChange({ ...draft, ground: ground as Draft['ground'] })}
        />
      </Field>
      {draft.ground === '' ? null : (
        <Field id="check-ground-reason" label={words.groundReason}>
          <Input
            id="check-ground-reason"
            value={draft.groundReason}
            maxLength={500}
            onChange={(event) => onChange({ ...draft, groundReason: event.target.value })}
          />
        </Field>
      )}
    </>
  );
}

/** What only the author knows: where a text is from, why it may name people, and what text all have to use. */
export function DeclaredFields({ draft, onChange }: DeclaredFieldsProps) {
  return (
    <details className="jz-check-declared">
      <summary>{declaredOf(draft) ? `${words.declare} · ${words.declared}` : words.declare}</summary>
      <div className="jz-check-fields">
        <Field id="check-reprint" label={words.reprint}>
          <Input
            id="check-reprint"
            value={draft.reprintSource}
            maxLength={200}
            onChange={(event) => onChange({ ...draft, reprintSource: event.target.value })}
          />
        </Field>
        <Field id="check-reprint-url" label={words.reprintUrl}>
          <Input
            id="check-reprint-url"
            value={draft.reprintUrl}
            maxLength={500}
            onChange={(event) => onChange({ ...draft, reprintUrl: event.target.value })}
          />
        </Field>
        <Exemption draft={draft} onChange={onChange} />
      </div>
      <Field id="check-unified" label={words.unified}>
        <Input.TextArea
          id="check-unified"
          value={draft.unifiedText}
          rows={4}
          maxLength={longestText}
          onChange={(event) => onChange({ ...draft, unifiedText: event.target.value })}
        />
      </Field>
    </details>
  );
}
