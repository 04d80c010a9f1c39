import { Button, Checkbox, Input, Select } from 'antd';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { uiWords } from '../../contracts/ui/words.ts';
import { type ApiProblem, asProblem } from '../lib/problem.ts';
import { DateField } from './date-field.tsx';
import { Panel } from './panel.tsx';
import { Refusal } from './refusal.tsx';
import './form-panel.css';

/** What a short form asks. */
export interface FieldSpec {
  key: string;
  label: string;
  type?: 'text' | 'longtext' | 'date' | 'select' | 'checkbox';
  required?: boolean;
  hint?: string;
  maxLength?: number;
  options?: readonly { value: string; label: string }[];
  /** For choices that are too many to list: asks for those that fit what was typed. */
  onSearch?: (typed: string) => void;
}

/** What was typed: ticks are true or absent, everything else text. */
export type Typed = Readonly<Record<string, string | boolean | undefined>>;

interface FormPanelProps {
  title: string;
  open: boolean;
  fields: readonly FieldSpec[];
  initial?: Typed;
  action: string;
  intro?: ReactNode;
  onSubmit: (typed: Typed) => Promise<unknown>;
  onClose: () => void;
}

/** More choices than this are searched, not only scrolled. */
const MANY = 12;

interface ControlProps {
  spec: FieldSpec;
  id: string;
  value: string | boolean | undefined;
  problem: string | undefined;
  onChange: (value: string | boolean | undefined) => void;
}

function Choice({ spec, id, value, problem, onChange }: ControlProps) {
  const search = spec.onSearch;
  const many = (spec.options?.length ?? 0) > MANY;
  return (
    <Select
      id={id}
      value={typeof value === 'string' && value ? value : null}
      allowClear={!spec.required}
      aria-required={spec.required ?? false}
      showSearch={
        search ? { filterOption: false, onSearch: search } : many ? { optionFilterProp: 'label' } : false
      }
      options={[...(spec.options ?? [])]}
      {...(problem ? { status: 'error' as const } : {})}
      onChange={(next: string | null) => onChange(next ?? undefined)}
    />
  );
}

function Control(props: ControlProps) {
  const { spec, id, value, problem, onChange } = props;
  if (spec.type === 'select') return <Choice {...props} />;
  const shared = {
    id,
    value: typeof value === 'string' ? value : '',
    required: spec.required ?? false,
    'aria-invalid': Boolean(problem),
    'aria-describedby': `${id}-note`,
    ...(spec.maxLength ? { maxLength: spec.maxLength } : {}),
  };
  if (spec.type === 'longtext')
    return <Input.TextArea {...shared} rows={3} onChange={(event) => onChange(event.target.value)} />;
  if (spec.type === 'date') return <DateField {...shared} onChange={onChange} />;
  return <Input {...shared} onChange={(event) => onChange(event.target.value)} />;
}

function Field(props: ControlProps) {
  const { spec, id, value, problem, onChange } = props;
  const note = problem ?? spec.hint;
  return (
    <div className="jz-form-field">
      {spec.type === 'checkbox' ? (
        <Checkbox id={id} checked={value === true} onChange={(event) => onChange(event.target.checked)}>
          {spec.label}
        </Checkbox>
      ) : (
        <>
          <label htmlFor={id}>
            {spec.label}
            {spec.required ? <span className="jz-soft">（{uiWords.required}）</span> : null}
          </label>
          <Control {...props} />
        </>
      )}
      <div id={`${id}-note`} className={problem ? 'jz-plain-error' : 'jz-plain-hint'}>
        {note}
      </div>
    </div>
  );
}

function Body({
  fields,
  initial = {},
  action,
  intro,
  onSubmit,
  onClose,
}: Omit<FormPanelProps, 'open' | 'title'>) {
  const scope = useId();
  const [typed, setTyped] = useState<Typed>(initial);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiProblem | null>(null);
  const idOf = (key: string) => `${scope}${key}`;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setRefusal(null);
    try {
      await onSubmit(typed);
    } catch (error) {
      setRefusal(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      {intro}
      <Refusal error={refusal} fieldId={idOf} />
      {fields.map((spec) => (
        <Field
          key={spec.key}
          spec={spec}
          id={idOf(spec.key)}
          value={typed[spec.key]}
          problem={refusal?.problems.find((each) => each.field === spec.key)?.message}
          onChange={(value) => setTyped((before) => ({ ...before, [spec.key]: value }))}
        />
      ))}
      <p className="jz-row">
        <Button type="primary" htmlType="submit" loading={busy}>
          {action}
        </Button>
        <Button onClick={onClose}>{uiWords.cancel}</Button>
      </p>
    </form>
  );
}

/** A short form in a side panel; what the server refuses stands at the top and by its fields, nothing typed is lost. */
export function FormPanel({ title, open, ...rest }: FormPanelProps) {
  return (
    <Panel title={title} open={open} onClose={rest.onClose}>
      <Body {...rest} />
    </Panel>
  );
}
