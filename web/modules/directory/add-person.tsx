import { useState } from 'react';
import { createdPerson, type UnitDetailWire } from '../../../contracts/directory/wire.ts';
import { directoryScreenWords } from '../../../contracts/ui/words-directory.ts';
import { type FieldSpec, FormPanel } from '../../ui/form-panel.tsx';
import { Panel } from '../../ui/panel.tsx';
import { InitialSignIn } from './initial-sign-in.tsx';
import { textOf, textOrNull } from './typed.ts';
import { useDirectoryCommand } from './use-directory-command.ts';

const words = directoryScreenWords.actions;
const labels = directoryScreenWords.fields;

function fieldsFor(unit: UnitDetailWire): FieldSpec[] {
  const posts = unit.posts
    .filter((post) => !post.closedOn)
    .map(({ id, title }) => ({ value: id, label: title }));
  return [
    { key: 'name', label: labels.personName, required: true, maxLength: 30 },
    { key: 'phone', label: labels.phone, required: true, maxLength: 20 },
    { key: 'userName', label: labels.userName, required: true, maxLength: 32, hint: labels.userNameHint },
    { key: 'email', label: labels.email, maxLength: 100 },
    { key: 'postId', label: labels.post, type: 'select', options: posts, hint: labels.postAtOnceHint },
    { key: 'isStaff', label: labels.isStaff, type: 'checkbox' },
  ];
}

/** A new person with a user of their own; shows the first password once. */
export function AddPerson({
  unit,
  open,
  onClose,
}: {
  unit: UnitDetailWire;
  open: boolean;
  onClose: () => void;
}) {
  const send = useDirectoryCommand();
  const [initial, setInitial] = useState<{ userName: string; password: string } | null>(null);
  const close = () => {
    setInitial(null);
    onClose();
  };
  if (initial)
    return (
      <Panel title={words.addPerson} open firm onClose={close}>
        <InitialSignIn {...initial} />
      </Panel>
    );
  return (
    <FormPanel
      title={words.addPerson}
      open={open}
      fields={fieldsFor(unit)}
      initial={{ isStaff: true }}
      action={words.addPerson}
      onClose={close}
      onSubmit={async (typed) => {
        const answer = await send('POST', '/people', createdPerson, {
          unitId: unit.id,
          name: textOf(typed, 'name'),
          phone: textOf(typed, 'phone'),
          userName: textOf(typed, 'userName'),
          email: textOrNull(typed, 'email'),
          postId: textOrNull(typed, 'postId'),
          isStaff: typed.isStaff === true,
        });
        setInitial(answer.initial);
      }}
    />
  );
}
