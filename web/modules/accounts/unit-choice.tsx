import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Select } from 'antd';
import { useState } from 'react';
import type { FormFieldWire } from '../../../contracts/accounts/wire.ts';
import { matterScreenWords as words } from '../../../contracts/ui/words-matters.ts';
import { unitsNamedQuery } from './calls.ts';
import { fieldElementId } from './field-element.ts';

const route = getRouteApi('/shell/filings/$jurisdiction/$id');

interface UnitChoiceProps {
  field: FormFieldWire;
  value: string;
  failed: boolean;
  onChange: (value: string | null) => void;
}

/** One of the jurisdiction's units, looked up by its name; what was chosen before comes with the question. */
export function UnitChoice({ field, value, failed, onChange }: UnitChoiceProps) {
  const { jurisdiction } = route.useParams();
  const [typed, setTyped] = useState('');
  const q = typed.trim();
  const found = useQuery({ ...unitsNamedQuery(jurisdiction, q), enabled: q !== '' });
  const id = fieldElementId(field.key);
  const units = (found.data?.items ?? [])
    .filter((unit) => unit.jurisdiction === jurisdiction)
    .map((unit) => ({ value: unit.id, label: unit.name }));
  const chosen = (field.options ?? []).filter((each) => !units.some((unit) => unit.value === each.value));
  return (
    <Select
      id={id}
      aria-describedby={`${id}-note`}
      aria-invalid={failed}
      {...(failed ? { status: 'error' as const } : {})}
      value={value || null}
      placeholder={words.findUnit}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      notFoundContent={q === '' ? words.findUnit : found.isPending ? null : words.noUnit}
      options={q === '' ? chosen : units}
      onChange={(next) => onChange(next ?? null)}
    />
  );
}
