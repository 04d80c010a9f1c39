import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { recorded } from '../../../contracts/sightings/wire.ts';
import { sightingsScreenWords } from '../../../contracts/ui/words-sightings.ts';
import { useSession } from '../../app/session.ts';
import { post } from '../../lib/api.ts';
import { type FieldSpec, FormPanel, type Typed } from '../../ui/form-panel.tsx';
import { sightingsPath } from './calls.ts';

const words = sightingsScreenWords.form;

const fields: readonly FieldSpec[] = [
  {
    key: 'presence',
    label: words.presence,
    type: 'select',
    required: true,
    options: [
      { value: 'there', label: words.there },
      { value: 'gone', label: words.gone },
    ],
  },
  { key: 'seenOn', label: words.seenOn, type: 'date', required: true },
  { key: 'name', label: words.name, maxLength: 100 },
  { key: 'handle', label: words.handle, maxLength: 100 },
  { key: 'uid', label: words.uid, maxLength: 200, hint: words.uidHint },
  { key: 'url', label: words.url, maxLength: 500 },
  { key: 'certification', label: words.certification, maxLength: 200 },
  { key: 'note', label: words.note, type: 'longtext', maxLength: 500 },
];

/** Only what was filled in: what was not looked at is not said. */
function bodyOf(typed: Typed) {
  const texts = Object.entries(typed).map(([key, value]) => [
    key,
    typeof value === 'string' ? value.trim() : '',
  ]);
  return Object.fromEntries(texts.filter(([, value]) => value !== ''));
}

/** The form in which somebody writes down what they see on the platform. */
export function RecordSighting(props: {
  jurisdiction: string;
  id: string;
  open: boolean;
  onClose: () => void;
}) {
  const { today } = useSession();
  const { message } = App.useApp();
  const client = useQueryClient();
  const submit = async (typed: Typed) => {
    const path = sightingsPath(props.jurisdiction, props.id);
    const { drifts } = await post(path, { schema: recorded, body: bodyOf(typed) });
    void message.success(words.saved(drifts));
    await client.invalidateQueries({ queryKey: ['drifts'] });
    props.onClose();
  };
  return (
    <FormPanel
      title={sightingsScreenWords.account.record}
      open={props.open}
      fields={fields}
      initial={{ presence: 'there', seenOn: today }}
      action={words.save}
      intro={<p>{words.intro}</p>}
      onSubmit={submit}
      onClose={props.onClose}
    />
  );
}
