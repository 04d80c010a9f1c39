import { Button } from 'antd';
import { useState } from 'react';
import { changed, created, type UnitDetailWire } from '../../../contracts/directory/wire.ts';
import { partnerNames } from '../../../contracts/directory/words.ts';
import { uiWords } from '../../../contracts/ui/words.ts';
import { directoryScreenWords } from '../../../contracts/ui/words-directory.ts';
import { FormPanel } from '../../ui/form-panel.tsx';
import { choices, textOf } from './typed.ts';
import { useDirectoryCommand } from './use-directory-command.ts';

const words = directoryScreenWords.unit;
const actions = directoryScreenWords.actions;
const labels = directoryScreenWords.fields;

function AddContact({ unit, onClose }: { unit: UnitDetailWire; onClose: () => void }) {
  const send = useDirectoryCommand();
  return (
    <FormPanel
      title={actions.addContact}
      open
      fields={[
        {
          key: 'partner',
          label: labels.partner,
          type: 'select',
          required: true,
          options: choices(partnerNames),
        },
        { key: 'organisation', label: labels.organisation, required: true, maxLength: 60 },
        { key: 'personName', label: labels.contactName, required: true, maxLength: 30 },
        { key: 'phone', label: labels.phone, required: true, maxLength: 20 },
      ]}
      action={actions.addContact}
      onClose={onClose}
      onSubmit={async (typed) => {
        await send('POST', `/units/${unit.id}/contacts`, created, {
          partner: textOf(typed, 'partner'),
          organisation: textOf(typed, 'organisation'),
          personName: textOf(typed, 'personName'),
          phone: textOf(typed, 'phone'),
        });
        onClose();
      }}
    />
  );
}

/** Whom to reach outside in an emergency: oversight departments, platforms, telecoms. */
export function UnitContacts({ unit }: { unit: UnitDetailWire }) {
  const [adding, setAdding] = useState(false);
  const send = useDirectoryCommand();
  const may = unit.abilities.keepContacts;
  if (unit.contacts.length === 0 && !may) return null;
  return (
    <section className="jz-card">
      <div className="jz-unit-head">
        <h2>{words.contacts}</h2>
        {may ? <Button onClick={() => setAdding(true)}>{actions.addContact}</Button> : null}
      </div>
      {unit.contacts.length === 0 ? <p className="jz-soft">{uiWords.none}</p> : null}
      <ul className="jz-post-list">
        {unit.contacts.map((contact) => (
          <li key={contact.id} className="jz-holder">
            <span>
              {contact.organisation} {contact.personName}
            </span>
            <span className="jz-soft">
              {partnerNames[contact.partner]} · {contact.phone}
            </span>
            {may ? (
              <Button
                size="small"
                type="link"
                onClick={() => void send('DELETE', `/contacts/${contact.id}`, changed)}
              >
                {actions.removeContact}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {adding ? <AddContact unit={unit} onClose={() => setAdding(false)} /> : null}
    </section>
  );
}
