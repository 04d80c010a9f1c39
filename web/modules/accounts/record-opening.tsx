import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { FilingWire } from '../../../contracts/accounts/wire.ts';
import { identityFields } from '../../../contracts/accounts/words-identity.ts';
import { accountScreenWords } from '../../../contracts/ui/words-accounts.ts';
import { useSession } from '../../app/session.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Refusal } from '../../ui/refusal.tsx';
import { useFilingCommand } from './use-filing-command.ts';

const words = accountScreenWords.opening;
const fieldId = (field: string) => `opening-${field}`;

interface Typed {
  openedOn: string;
  url: string;
  platformUid: string;
  otherUid: string;
  handle: string;
  note: string;
}

function bodyOf(version: number, typed: Typed) {
  return {
    version,
    openedOn: typed.openedOn,
    platformUid: typed.platformUid.trim(),
    ...(typed.url.trim() ? { url: typed.url.trim() } : {}),
    ...(typed.otherUid.trim() ? { otherUid: typed.otherUid.trim() } : {}),
    ...(typed.handle.trim() ? { handle: typed.handle.trim() } : {}),
    ...(typed.note.trim() ? { note: typed.note.trim() } : {}),
  };
}

/** Records that the account is open on its platform: since when, under which address and number. */
export function RecordOpening({ filing }: { filing: FilingWire }) {
  const { today } = useSession();
  const { message } = App.useApp();
  const [typed, setTyped] = useState<Typed>({
    openedOn: today,
    url: '',
    platformUid: '',
    otherUid: '',
    handle: '',
    note: '',
  });
  const record = useFilingCommand<ReturnType<typeof bodyOf>>(filing, 'opened', () =>
    message.success(words.saved),
  );
  const set = (key: keyof Typed) => (value: string) => setTyped((before) => ({ ...before, [key]: value }));
  const field = (key: keyof Typed, label: string, more: { type?: string; maxLength?: number }) => (
    <Form.Item label={label} htmlFor={fieldId(key)}>
      <Input
        id={fieldId(key)}
        {...more}
        value={typed[key]}
        onChange={(event) => set(key)(event.target.value)}
      />
    </Form.Item>
  );
  return (
    <section className="jz-card jz-decide">
      <h2>{words.heading}</h2>
      <p className="jz-soft">{words.lead}</p>
      <Refusal error={record.error} fieldId={fieldId} />
      <Form layout="vertical" onFinish={() => record.mutate(bodyOf(filing.version, typed))}>
        <Form.Item label={words.openedOn} htmlFor={fieldId('openedOn')}>
          <DateField id={fieldId('openedOn')} max={today} value={typed.openedOn} onChange={set('openedOn')} />
        </Form.Item>
        {field('platformUid', words.uid, { maxLength: 200 })}
        {field('otherUid', identityFields.otherUid, { maxLength: 200 })}
        {field('handle', identityFields.handle, { maxLength: 60 })}
        {field('url', words.url, { type: 'url', maxLength: 500 })}
        {field('note', words.note, { maxLength: 1000 })}
        <Button type="primary" htmlType="submit" loading={record.isPending}>
          {words.save}
        </Button>
      </Form>
    </section>
  );
}
