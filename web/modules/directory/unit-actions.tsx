import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { changed, createdUnit, type UnitDetailWire } from '../../../contracts/directory/wire.ts';
import { tierNames, unitKindNames } from '../../../contracts/directory/words.ts';
import { directoryScreenWords } from '../../../contracts/ui/words-directory.ts';
import { useSession } from '../../app/session.ts';
import { type FieldSpec, FormPanel, type Typed } from '../../ui/form-panel.tsx';
import { AddPerson } from './add-person.tsx';
import { choices, textOf, textOrNull } from './typed.ts';
import { useDirectoryCommand } from './use-directory-command.ts';

const words = directoryScreenWords.actions;
const labels = directoryScreenWords.fields;

const unitFields: readonly FieldSpec[] = [
  { key: 'name', label: labels.name, required: true, maxLength: 60 },
  { key: 'shortName', label: labels.shortName, maxLength: 30 },
  { key: 'code', label: labels.code, maxLength: 10, hint: labels.codeHint },
  { key: 'kind', label: labels.kind, type: 'select', required: true, options: choices(unitKindNames) },
  { key: 'tier', label: labels.tier, type: 'select', options: choices(tierNames) },
  { key: 'secret', label: labels.secret, type: 'checkbox' },
  { key: 'inward', label: labels.inward, type: 'checkbox' },
];

function unitBody(typed: Typed, guidedById: string | null) {
  return {
    name: textOf(typed, 'name'),
    shortName: textOrNull(typed, 'shortName'),
    code: textOrNull(typed, 'code'),
    kind: textOf(typed, 'kind'),
    tier: textOrNull(typed, 'tier'),
    secret: typed.secret === true,
    inward: typed.inward === true,
    guidedById,
  };
}

type Open = 'change' | 'child' | 'close' | 'person' | null;

function CloseUnit({ unit, open, onClose }: { unit: UnitDetailWire; open: boolean; onClose: () => void }) {
  const { today } = useSession();
  const send = useDirectoryCommand();
  return (
    <FormPanel
      title={words.close}
      open={open}
      fields={[{ key: 'on', label: labels.closedOn, type: 'date', required: true }]}
      initial={{ on: today }}
      action={words.close}
      onClose={onClose}
      onSubmit={async (typed) => {
        await send('POST', `/units/${unit.id}/close`, changed, {
          on: textOf(typed, 'on'),
          version: unit.version,
        });
        onClose();
      }}
    />
  );
}

function initialOf(unit: UnitDetailWire): Typed {
  return {
    name: unit.name,
    shortName: unit.shortName ?? '',
    code: unit.code ?? '',
    kind: unit.kind,
    ...(unit.tier ? { tier: unit.tier } : {}),
    secret: unit.secret,
    inward: unit.inward,
  };
}

function UnitForms({ unit, open, onClose }: { unit: UnitDetailWire; open: Open; onClose: () => void }) {
  const send = useDirectoryCommand();
  const navigate = useNavigate();
  return (
    <>
      <FormPanel
        title={words.change}
        open={open === 'change'}
        fields={unitFields}
        initial={initialOf(unit)}
        action={words.change}
        onClose={onClose}
        onSubmit={async (typed) => {
          const body = {
            ...unitBody(typed, unit.guidedBy?.id ?? null),
            parentId: unit.parentId,
            version: unit.version,
          };
          await send('PUT', `/units/${unit.id}`, changed, body);
          onClose();
        }}
      />
      <FormPanel
        title={words.addChild}
        open={open === 'child'}
        fields={unitFields}
        action={words.addChild}
        onClose={onClose}
        onSubmit={async (typed) => {
          const body = { ...unitBody(typed, null), parentId: unit.id };
          const { id } = await send('POST', '/units', createdUnit, body);
          onClose();
          await navigate({ to: '/directory', search: { unit: id } });
        }}
      />
      <CloseUnit unit={unit} open={open === 'close'} onClose={onClose} />
      <AddPerson unit={unit} open={open === 'person'} onClose={onClose} />
    </>
  );
}

/** What may be done to the unit itself. */
export function UnitActions({ unit }: { unit: UnitDetailWire }) {
  const [open, setOpen] = useState<Open>(null);
  const { abilities } = unit;
  return (
    <div className="jz-row">
      {abilities.addChild ? <Button onClick={() => setOpen('child')}>{words.addChild}</Button> : null}
      {abilities.addPerson ? <Button onClick={() => setOpen('person')}>{words.addPerson}</Button> : null}
      {abilities.change ? <Button onClick={() => setOpen('change')}>{words.change}</Button> : null}
      {abilities.close ? (
        <Button danger onClick={() => setOpen('close')}>
          {words.close}
        </Button>
      ) : null}
      <UnitForms unit={unit} open={open} onClose={() => setOpen(null)} />
    </div>
  );
}
