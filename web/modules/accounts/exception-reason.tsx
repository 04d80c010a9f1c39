import { Input } from 'antd';
import type { CheckWire } from '../../../contracts/accounts/wire.ts';
import { accountScreenWords } from '../../../contracts/ui/words-accounts.ts';

interface ExceptionReasonProps {
  check: CheckWire;
  value: string;
  onChange: (reason: string) => void;
}

/** The reason for which a requirement may be left unmet; it goes with the filing and is decided upon. */
export function ExceptionReason({ check, value, onChange }: ExceptionReasonProps) {
  const id = `exception-${check.id}`;
  return (
    <div className="jz-exception">
      <label htmlFor={id}>{accountScreenWords.filing.exceptionReason}</label>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 2 }}
        maxLength={1000}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
