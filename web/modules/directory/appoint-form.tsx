import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { createdAppointment } from '../../../contracts/directory/wire.ts';
import { directoryScreenWords } from '../../../contracts/ui/words-directory.ts';
import { useSession } from '../../app/session.ts';
import { FormPanel } from '../../ui/form-panel.tsx';
import { peopleQuery } from './calls.ts';
import { textOf, textOrNull } from './typed.ts';
import { useDirectoryCommand } from './use-directory-command.ts';

const labels = directoryScreenWords.fields;
const actions = directoryScreenWords.actions;
const SHOWN = 20;

/** Appoints a person who is already known to a post, from a day on. */
export function AppointForm({ post, onClose }: { post: { id: string; title: string }; onClose: () => void }) {
  const { today } = useSession();
  const send = useDirectoryCommand();
  const [q, setQ] = useState('');
  const people = useQuery(peopleQuery({ ...(q ? { q } : {}), size: SHOWN }));
  const options = (people.data?.items ?? []).map((person) => ({
    value: person.id,
    label: [person.name, person.posts[0]?.unitName].filter(Boolean).join(' · '),
  }));
  return (
    <FormPanel
      title={actions.appointTo(post.title)}
      open
      fields={[
        {
          key: 'personId',
          label: labels.person,
          type: 'select',
          required: true,
          hint: labels.personHint,
          options,
          onSearch: setQ,
        },
        { key: 'fromDay', label: labels.fromDay, type: 'date', required: true },
        { key: 'toDay', label: labels.toDay, type: 'date', hint: labels.toDayHint },
      ]}
      initial={{ fromDay: today }}
      action={actions.appoint}
      onClose={onClose}
      onSubmit={async (typed) => {
        await send('POST', `/posts/${post.id}/appointments`, createdAppointment, {
          personId: textOf(typed, 'personId'),
          fromDay: textOf(typed, 'fromDay'),
          toDay: textOrNull(typed, 'toDay'),
        });
        onClose();
      }}
    />
  );
}
