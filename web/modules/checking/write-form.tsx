import { Button, Input, Select } from 'antd';
import { longestText } from '../../../contracts/checking/wire.ts';
import { checkingScreenWords } from '../../../contracts/ui/words-checking.ts';
import { Refusal } from '../../ui/refusal.tsx';
import { UploadField } from '../../ui/upload-field.tsx';
import { DeclaredFields } from './declared-fields.tsx';
import type { Draft } from './draft.ts';

const words = checkingScreenWords.write;
export const checkedKinds = [
  ...['.txt', '.html', '.htm', '.docx', '.xlsx', '.csv', '.pdf'],
  ...['.png', '.jpg', '.jpeg'],
];

interface WriteFormProps {
  draft: Draft;
  units: readonly (readonly [id: string, name: string])[];
  busy: boolean;
  error: unknown;
  onChange: (draft: Draft) => void;
  onCheck: () => void;
  onFile: (file: File) => Promise<unknown>;
}

/** Where a text is pasted or a file is handed in, with what the author has to declare about it. */
export function WriteForm({ draft, units, busy, error, onChange, onCheck, onFile }: WriteFormProps) {
  return (
    <form
      className="jz-card jz-check-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && draft.text.trim() !== '') onCheck();
      }}
    >
      <Refusal error={error} fieldId={(field) => `check-${field}`} />
      {units.length > 1 ? (
        <div className="jz-check-unit">
          <label htmlFor="check-unit">{words.unit}</label>
          <Select
            id="check-unit"
            value={draft.unit}
            options={units.map(([value, label]) => ({ value, label }))}
            onChange={(unit) => onChange({ ...draft, unit })}
          />
        </div>
      ) : null}
      <div>
        <label htmlFor="check-text">{words.text}</label>
        <Input.TextArea
          id="check-text"
          value={draft.text}
          rows={12}
          maxLength={longestText}
          placeholder={words.placeholder}
          aria-describedby="check-text-note"
          onChange={(event) => onChange({ ...draft, text: event.target.value })}
        />
        <p id="check-text-note" className="jz-plain-hint">
          {words.count(draft.text.length, longestText)}
        </p>
      </div>
      <DeclaredFields draft={draft} onChange={onChange} />
      <div className="jz-row">
        <Button type="primary" htmlType="submit" loading={busy} disabled={draft.text.trim() === ''}>
          {words.run}
        </Button>
        {draft.text === '' ? null : (
          <Button onClick={() => onChange({ ...draft, text: '' })}>{words.clear}</Button>
        )}
      </div>
      <div className="jz-check-file">
        <h2>{words.file}</h2>
        <UploadField
          id="check-file"
          label={words.file}
          files={[]}
          kinds={checkedKinds}
          disabled={busy}
          onUpload={onFile}
        />
      </div>
    </form>
  );
}
