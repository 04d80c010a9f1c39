import { Checkbox, Input, Select } from 'antd';
import type { FormFieldWire } from '../../../contracts/accounts/wire.ts';
import { uiWords } from '../../../contracts/ui/words.ts';
import { accountScreenWords } from '../../../contracts/ui/words-accounts.ts';
import { matterScreenWords } from '../../../contracts/ui/words-matters.ts';
import { fullDay } from '../../lib/day.ts';
import { BasisTag } from '../../ui/basis-tag.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { fieldElementId } from './field-element.ts';
import { UnitChoice } from './unit-choice.tsx';
import './matters.css';

const words = accountScreenWords.filing;
const LONGEST = 5000;
const MANY = 8;

type Value = string | boolean | null;

interface FieldProps {
  field: FormFieldWire;
  value: Value | undefined;
  /** What stands in the way here: the server's sentences. */
  messages: readonly string[];
  onChange: (value: Value) => void;
}

function Choice(props: {
  field: FormFieldWire;
  value: string;
  failed: boolean;
  onChange: (value: Value) => void;
}) {
  const { field, value, failed, onChange } = props;
  const id = fieldElementId(field.key);
  const options = field.options ?? [];
  return (
    <Select
      id={id}
      aria-describedby={`${id}-note`}
      aria-invalid={failed}
      aria-required={field.required}
      {...(failed ? { status: 'error' as const } : {})}
      value={value || null}
      placeholder={words.choose}
      allowClear={!field.required}
      showSearch={options.length > MANY ? { optionFilterProp: 'label' } : false}
      options={options}
      onChange={(next) => onChange(next ?? null)}
    />
  );
}

function Control({ field, value, messages, onChange }: FieldProps) {
  const id = fieldElementId(field.key);
  const text = typeof value === 'string' ? value : '';
  const shared = {
    id,
    'aria-describedby': `${id}-note`,
    'aria-invalid': messages.length > 0,
    'aria-required': field.required,
    ...(messages.length ? { status: 'error' as const } : {}),
  };
  const maxLength = field.maxLength ?? LONGEST;
  if (field.type === 'longtext')
    return (
      <Input.TextArea
        {...shared}
        autoSize={{ minRows: 3, maxRows: 14 }}
        value={text}
        maxLength={maxLength}
        showCount={field.maxLength !== null}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  const choice = { field, value: text, failed: messages.length > 0, onChange };
  if (field.type === 'unit-choice') return <UnitChoice {...choice} />;
  if (field.options) return <Choice {...choice} />;
  if (field.type === 'date')
    return (
      <DateField
        id={id}
        aria-describedby={`${id}-note`}
        aria-invalid={messages.length > 0}
        value={text}
        onChange={(day) => onChange(day || null)}
      />
    );
  return (
    <Input
      {...shared}
      type={field.type === 'url' ? 'url' : 'text'}
      value={text}
      maxLength={maxLength}
      onChange={(event) => onChange(event.target.value || null)}
    />
  );
}

/** What the system filled in or knows, as people read it. */
function known(field: FormFieldWire, value: string | null): string {
  if (!value) return uiWords.none;
  return field.type === 'date'
    ? fullDay(value)
    : (field.options?.find((each) => each.value === value)?.label ?? value);
}

function Suggestion({ field, value, onChange }: Pick<FieldProps, 'field' | 'value' | 'onChange'>) {
  // What the registry says stands beside the answer already.
  if (!field.suggestion || field.suggestion === value || field.standing !== null) return null;
  return (
    <p className="jz-field-note">
      {words.suggested(known(field, field.suggestion))}{' '}
      <button type="button" className="jz-due-toggle" onClick={() => onChange(field.suggestion)}>
        {words.suggestion}
      </button>
    </p>
  );
}

/** What the registry says now, beside what is to be there. */
function Standing({ field, value, onChange }: Pick<FieldProps, 'field' | 'value' | 'onChange'>) {
  if (field.standing === null) return null;
  const label = field.options?.find((each) => each.value === value)?.label;
  const same = (label ?? (value || '')) === field.standing;
  return (
    <p className={same ? 'jz-field-note' : 'jz-field-note jz-field-changed'}>
      {matterScreenWords.standing(field.standing)}{' '}
      {same || field.options ? null : (
        <button type="button" className="jz-due-toggle" onClick={() => onChange(field.standing)}>
          {matterScreenWords.restore}
        </button>
      )}
    </p>
  );
}

function Notes({ field, messages }: Pick<FieldProps, 'field' | 'messages'>) {
  return (
    <div id={`${fieldElementId(field.key)}-note`}>
      {messages.map((message) => (
        <p key={message} className="jz-field-problem">
          {message}
        </p>
      ))}
      {field.hint ? <p className="jz-field-note">{field.hint}</p> : null}
    </div>
  );
}

/** One question of the filing form: label, basis, answer, and what is wrong with it right beside it. */
export function FormField(props: FieldProps) {
  const { field, value, messages, onChange } = props;
  const id = fieldElementId(field.key);
  if (field.system)
    return (
      <div className="jz-field" id={id} tabIndex={-1}>
        <p className="jz-field-label">
          {field.label} <span className="jz-field-note">（{words.system}）</span>
        </p>
        <p>
          {value || field.suggestion
            ? known(field, typeof value === 'string' && value ? value : field.suggestion)
            : (field.hint ?? uiWords.none)}
        </p>
      </div>
    );
  if (field.type === 'checkbox')
    return (
      <div className="jz-field">
        <Checkbox
          id={id}
          checked={value === true}
          aria-describedby={`${id}-note`}
          aria-invalid={messages.length > 0}
          onChange={(event) => onChange(event.target.checked)}
        >
          {field.label}
        </Checkbox>{' '}
        <BasisTag basis={field.basis} about={field.label} />
        <Notes field={field} messages={messages} />
      </div>
    );
  return (
    <div className="jz-field">
      <div className="jz-field-label">
        <label htmlFor={id}>
          {field.label}
          {field.required ? <span className="jz-field-required">（{uiWords.required}）</span> : null}
        </label>{' '}
        <BasisTag basis={field.basis} about={field.label} />
      </div>
      <Control {...props} />
      <Suggestion field={field} value={value} onChange={onChange} />
      <Standing field={field} value={value} onChange={onChange} />
      <Notes field={field} messages={messages} />
    </div>
  );
}
