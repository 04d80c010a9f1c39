import { type InputHTMLAttributes, type ReactNode, useId } from 'react';
import './plain-form.css';

interface PlainFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
}

/** A labelled input without the component library, its hint and error tied to it. */
export function PlainField({ label, hint, error, id, ...input }: PlainFieldProps) {
  const own = useId();
  const field = id ?? own;
  const note = `${field}-note`;
  return (
    <div className="jz-plain-field">
      <label htmlFor={field}>{label}</label>
      <input
        {...input}
        id={field}
        aria-invalid={error ? true : undefined}
        aria-describedby={error || hint ? note : undefined}
      />
      {error || hint ? (
        <div id={note} className={error ? 'jz-plain-error' : 'jz-plain-hint'}>
          {error ?? hint}
        </div>
      ) : null}
    </div>
  );
}
