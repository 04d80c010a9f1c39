import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { ExternalEntryWire, FilingWire } from '../../../contracts/accounts/wire.ts';
import { accountScreenWords } from '../../../contracts/ui/words-accounts.ts';
import { useSession } from '../../app/session.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Refusal } from '../../ui/refusal.tsx';
import { UploadField } from '../../ui/upload-field.tsx';
import { filingQuery } from './calls.ts';
import { uploadFile } from './upload-file.ts';
import { useFilingCommand } from './use-filing-command.ts';

const words = accountScreenWords.entry;
const fieldId = (field: string) => `entry-${field}`;

interface Typed {
  enteredOn: string;
  number: string;
  note: string;
}

function bodyOf(version: number, typed: Typed, fileId: string | undefined) {
  return {
    version,
    enteredOn: typed.enteredOn,
    ...(typed.number.trim() ? { number: typed.number.trim() } : {}),
    ...(typed.note.trim() ? { note: typed.note.trim() } : {}),
    ...(fileId ? { fileId } : {}),
  };
}

interface ParticularsProps {
  typed: Typed;
  today: string;
  set: (part: Partial<Typed>) => void;
}

function Particulars({ typed, today, set }: ParticularsProps) {
  return (
    <>
      <Form.Item label={words.enteredOn} htmlFor={fieldId('enteredOn')}>
        <DateField
          id={fieldId('enteredOn')}
          max={today}
          value={typed.enteredOn}
          onChange={(enteredOn) => set({ enteredOn })}
        />
      </Form.Item>
      <Form.Item label={words.number} htmlFor={fieldId('number')}>
        <Input
          id={fieldId('number')}
          maxLength={100}
          value={typed.number}
          onChange={(event) => set({ number: event.target.value })}
        />
      </Form.Item>
      <Form.Item label={words.note} htmlFor={fieldId('note')}>
        <Input.TextArea
          id={fieldId('note')}
          autoSize
          maxLength={1000}
          value={typed.note}
          onChange={(event) => set({ note: event.target.value })}
        />
      </Form.Item>
    </>
  );
}

/** Marks an outside entry as made: the day, its number there, the receipt. */
export function MarkEntered({ filing, entry }: { filing: FilingWire; entry: ExternalEntryWire }) {
  const { today } = useSession();
  const { message } = App.useApp();
  const [typed, setTyped] = useState<Typed>({ enteredOn: today, number: '', note: '' });
  const client = useQueryClient();
  const done = useFilingCommand<ReturnType<typeof bodyOf>>(filing, `entries/${entry.id}/done`, () =>
    message.success(words.saved),
  );
  const set = (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part }));
  return (
    <Form
      layout="vertical"
      className="jz-mark"
      onFinish={() => done.mutate(bodyOf(filing.version, typed, entry.file?.id))}
    >
      <Refusal error={done.error} fieldId={fieldId} />
      <Particulars typed={typed} today={today} set={set} />
      <p className="jz-field-label">{words.receipt}</p>
      <UploadField
        label={words.receipt}
        kinds={['.pdf', '.ofd', '.jpg', '.jpeg', '.png']}
        files={entry.file ? [entry.file] : []}
        onUpload={async (file) => {
          const after = await uploadFile(filing, `entry.${entry.id}`, file);
          client.setQueryData(filingQuery(filing.jurisdiction, filing.id).queryKey, after);
        }}
      />
      <Button type="primary" htmlType="submit" loading={done.isPending}>
        {words.done}
      </Button>
    </Form>
  );
}
