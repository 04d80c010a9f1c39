import type { InputHTMLAttributes } from 'react';
import { uiWords } from '../../contracts/ui/words.ts';
import { fullDay } from '../lib/day.ts';
import './date-field.css';

interface DateFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange' | 'type'> {
  id: string;
  /** 'YYYY-MM-DD', or empty. */
  value: string;
  onChange: (day: string) => void;
}

/** The browser's own date input, shown the Chinese way whatever language the browser speaks. */
export function DateField({ value, onChange, ...input }: DateFieldProps) {
  return (
    <span className="jz-date">
      <input
        {...input}
        type="date"
        className="jz-date-input"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <span className={value ? 'jz-date-shown' : 'jz-date-shown jz-date-empty'} aria-hidden="true">
        {value ? fullDay(value) : uiWords.dates.placeholder}
      </span>
    </span>
  );
}
