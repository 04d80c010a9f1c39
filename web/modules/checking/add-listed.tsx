import { useQueryClient } from '@tanstack/react-query';
import { type CheckLists, listed, listKinds } from '../../../contracts/checking/wire-lists.ts';
import { checkingScreenWords } from '../../../contracts/ui/words-checking.ts';
import { post } from '../../lib/api.ts';
import { type FieldSpec, FormPanel, type Typed } from '../../ui/form-panel.tsx';

const words = checkingScreenWords.lists;

function fieldsOf({ classes }: CheckLists): FieldSpec[] {
  const kinds = listKinds.filter((kind) => kind !== 'source' || classes.length > 0);
  return [
    {
      key: 'kind',
      label: words.kind,
      type: 'select',
      required: true,
      options: kinds.map((value) => ({ value, label: words.kinds[value] })),
    },
    { key: 'name', label: words.name, required: true, maxLength: 100, hint: words.nameHint },
    {
      key: 'class',
      label: words.class,
      type: 'select',
      hint: words.classHint,
      options: classes.map(({ id, label }) => ({ value: id, label })),
    },
    { key: 'entries', label: words.entries, type: 'longtext', hint: words.entriesHint },
    { key: 'basis', label: words.basis, required: true, maxLength: 300, hint: words.basisHint },
    { key: 'from', label: words.from, type: 'date' },
    { key: 'to', label: words.to, type: 'date' },
  ];
}

function bodyOf(typed: Typed) {
  const text = (key: string) => (typeof typed[key] === 'string' ? typed[key].trim() : '');
  const given = (key: 'class' | 'from' | 'to') => (text(key) === '' ? {} : { [key]: text(key) });
  return {
    kind: text('kind'),
    name: text('name'),
    entries: text('entries')
      .split('\n')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== ''),
    basis: text('basis'),
    ...given('class'),
    ...given('from'),
    ...given('to'),
  };
}

/** Something new on the list; it counts from the next check on. */
export function AddListed({
  lists,
  open,
  onClose,
}: {
  lists: CheckLists;
  open: boolean;
  onClose: () => void;
}) {
  const client = useQueryClient();
  return (
    <FormPanel
      title={words.add}
      open={open}
      fields={fieldsOf(lists)}
      initial={{ kind: lists.classes.length > 0 ? 'source' : 'phone', class: lists.classes.at(-1)?.id }}
      action={words.save}
      onSubmit={async (typed) => {
        await post(`/lexicons/${lists.jurisdiction}/lists`, { schema: listed, body: bodyOf(typed) });
        await client.invalidateQueries({ queryKey: ['lexicons'] });
        onClose();
      }}
      onClose={onClose}
    />
  );
}
