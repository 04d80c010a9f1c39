import { Select } from 'antd';
import { Filter } from './filter-bar.tsx';

interface ChoiceFilterProps {
  id: string;
  label: string;
  /** What the first choice is called, which filters nothing. */
  all: string;
  /** The other choices: their names by their values. */
  names: Readonly<Record<string, string>>;
  value: string | undefined;
  onChange: (value: string) => void;
}

/** A filter that takes one of a few choices, or none. */
export function ChoiceFilter({ id, label, all, names, value = '', onChange }: ChoiceFilterProps) {
  return (
    <Filter label={label} id={id}>
      <Select
        id={id}
        value={value}
        options={[
          { value: '', label: all },
          ...Object.entries(names).map(([each, name]) => ({ value: each, label: name })),
        ]}
        onChange={onChange}
      />
    </Filter>
  );
}
