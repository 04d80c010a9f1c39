import { Button, Input, Modal } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { uiWords } from '../../contracts/ui/words.ts';

const words = uiWords.reason;

interface ConfirmWithReasonProps {
  open: boolean;
  title: string;
  /** What will follow from it, before it is done. */
  children?: ReactNode;
  action: string;
  danger?: boolean;
  reasonLabel?: string;
  minLength?: number;
  maxLength?: number;
  busy?: boolean;
  /** What was already written, so that it need not be typed twice. */
  initial?: string;
  onConfirm: (reason: string) => void;
  onCancel: () => void;
}

/** Asks for the reason of a step that someone else will read, and says what follows before it is taken. */
export function ConfirmWithReason(props: ConfirmWithReasonProps) {
  return props.open ? <Asking {...props} /> : null;
}

function Asking(props: ConfirmWithReasonProps) {
  const {
    open,
    title,
    children,
    action,
    danger = false,
    minLength = 2,
    maxLength = 500,
    busy = false,
  } = props;
  const [reason, setReason] = useState(props.initial ?? '');
  const [tried, setTried] = useState(false);
  const field = useId();
  const short = reason.trim().length < minLength;
  const confirm = () => {
    setTried(true);
    if (!short) props.onConfirm(reason.trim());
  };
  const footer = [
    <Button key="cancel" onClick={props.onCancel}>
      {uiWords.cancel}
    </Button>,
    <Button key="confirm" type="primary" danger={danger} loading={busy} onClick={confirm}>
      {action}
    </Button>,
  ];
  return (
    <Modal open={open} title={title} footer={footer} onCancel={props.onCancel} destroyOnHidden>
      {children}
      <label htmlFor={field}>{props.reasonLabel ?? words.label}</label>
      <Input.TextArea
        id={field}
        value={reason}
        rows={4}
        maxLength={maxLength}
        placeholder={words.placeholder}
        aria-invalid={tried && short}
        aria-describedby={`${field}-note`}
        onChange={(event) => setReason(event.target.value)}
      />
      <p id={`${field}-note`} className={tried && short ? 'jz-plain-error' : 'jz-plain-hint'}>
        {tried && short ? words.tooShort(minLength) : words.count(reason.length, maxLength)}
      </p>
    </Modal>
  );
}
