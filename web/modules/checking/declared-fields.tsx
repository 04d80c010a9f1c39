import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { longestText } from '../../../contracts/checking/wire.ts';
import { checkingScreenWords } from '../../../contracts/ui/words-checking.ts';
import { DeclaredMaps } from './declared-maps.tsx';
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

type TextKey = {
  [K in keyof Draft]: Draft[K] extends string ? (string extends Draft[K] ? K : never) : never;
}[keyof Draft];

interface LineFieldProps extends DeclaredFieldsProps {
  id: string;
  of: TextKey;
  label: string;
  maxLength: number;
}

function LineField({ id, of, label, maxLength, draft, onChange }: LineFieldProps) {
  return (
    <Field id={id} label={label}>
      <Input
        id={id}
        value={draft[of]}
        maxLength={maxLength}
        onChange={(event) => onChange({ ...draft, [of]: event.target.value })}
      />
    </Field>
  );
}

function LongField({ id, of, label, draft, onChange }: Omit<LineFieldProps, 'maxLength'>) {
  return (
    <Field id={id} label={label}>
      <Input.TextArea
        id={id}
        value={draft[of]}
        rows={4}
        maxLength={longestText}
        onChange={(event) => onChange({ ...draft, [of]: event.target.value })}
      />
    </Field>
  );
}

/** What only the author knows: where a text is from, why it may name people, its maps, and what it has to agree with. */
export function DeclaredFields(both: DeclaredFieldsProps) {
  const { draft, onChange } = both;
  return (
    <details className="jz-check-declared">
      <summary>{declaredOf(draft) ? `${words.declare} · ${words.declared}` : words.declare}</summary>
      <div className="jz-check-fields">
        <LineField id="check-reprint" of="reprintSource" label={words.reprint} maxLength={200} {...both} />
        <LineField
          id="check-reprint-url"
          of="reprintUrl"
          label={words.reprintUrl}
          maxLength={500}
          {...both}
        />
        <LineField
          id="check-reprint-title"
          of="reprintTitle"
          label={words.reprintTitle}
          maxLength={200}
          {...both}
        />
        <LineField id="check-own-title" of="ownTitle" label={words.ownTitle} maxLength={200} {...both} />
        <Exemption {...both} />
      </div>
      <LongField id="check-reprint-body" of="reprintBody" label={words.reprintBody} {...both} />
      <DeclaredMaps maps={draft.maps} onChange={(maps) => onChange({ ...draft, maps })} />
      <LongField id="check-unified" of="unifiedText" label={words.unified} {...both} />
      <LineField id="check-channel" of="channel" label={words.channel} maxLength={100} {...both} />
      <LongField id="check-channel-text" of="channelText" label={words.channelText} {...both} />
    </details>
  );
}
