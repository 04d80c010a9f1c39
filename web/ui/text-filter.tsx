import { Input } from 'antd';
import { useEffect, useState } from 'react';

interface TextFilterProps {
  id: string;
  value: string | undefined;
  placeholder?: string;
  onCommit: (value: string | undefined) => void;
}

const PAUSE_MS = 450;

/** A filter that takes effect shortly after the last key stroke, or at once on Enter. */
export function TextFilter({ id, value = '', placeholder, onCommit }: TextFilterProps) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => onCommit(typed.trim() || undefined), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, value, onCommit]);
  return (
    <Input
      id={id}
      type="search"
      value={typed}
      allowClear
      {...(placeholder ? { placeholder } : {})}
      onChange={(event) => setTyped(event.target.value)}
      onPressEnter={() => onCommit(typed.trim() || undefined)}
    />
  );
}
