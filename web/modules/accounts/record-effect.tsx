import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import type { FilingWire } from '../../../contracts/accounts/wire.ts';
import { matterScreenWords } from '../../../contracts/ui/words-matters.ts';
import { useSession } from '../../app/session.ts';
import { fullDay } from '../../lib/day.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Refusal } from '../../ui/refusal.tsx';
import { UploadField } from '../../ui/upload-field.tsx';
import { Warnings } from '../../ui/warnings.tsx';
import { filingQuery } from './calls.ts';
import { uploadFile } from './upload-file.ts';
import { useFilingCommand } from './use-filing-command.ts';

const words = matterScreenWords.effect;
const fieldId = (field: string) => `effect-${field}`;
const EVIDENCE = 'effect.evidence';

interface Typed {
  effectOn: string;
  statementUrl: string;
  historyDeleted: boolean;
  note: string;
}

function bodyOf(version: number, typed: Typed) {
  return {
    version,
    effectOn: typed.effectOn,
    ...(typed.statementUrl.trim() ? { statementUrl: typed.statementUrl.trim() } : {}),
    ...(typed.historyDeleted ? { historyDeleted: true } : {}),
    ...(typed.note.trim() ? { note: typed.note.trim() } : {}),
  };
}

interface PartProps {
  filing: FilingWire;
  effect: NonNullable<FilingWire['effect']>;
  typed: Typed;
  set: (part: Partial<Typed>) => void;
}

/** What shows the effect: the statement of a closing, the deletion of a cancelled account. */
function Evidence({ filing, effect, typed, set }: PartProps) {
  const client = useQueryClient();
  return (
    <>
      {effect.statementAsked ? (
        <Form.Item label={words.statementUrl} htmlFor={fieldId('statementUrl')} extra={words.statementHint}>
          <Input
            id={fieldId('statementUrl')}
            type="url"
            maxLength={500}
            value={typed.statementUrl}
            onChange={(event) => set({ statementUrl: event.target.value })}
          />
        </Form.Item>
      ) : null}
      {effect.historyAsked ? (
        <Form.Item>
          <Checkbox
            id={fieldId('historyDeleted')}
            checked={typed.historyDeleted}
            onChange={(event) => set({ historyDeleted: event.target.checked })}
          >
            {words.historyDeleted}
          </Checkbox>
        </Form.Item>
      ) : null}
      <Form.Item label={words.shot}>
        <UploadField
          label={words.shot}
          kinds={['.jpg', '.jpeg', '.png', '.pdf']}
          files={effect.files}
          onUpload={async (file) => {
            const after = await uploadFile(filing, EVIDENCE, file);
            client.setQueryData(filingQuery(filing.jurisdiction, filing.id).queryKey, after);
          }}
        />
      </Form.Item>
    </>
  );
}

/** Records that what was approved has taken effect on the platform; the day from which it may is the server's to say. */
export function RecordEffect({ filing }: { filing: FilingWire }) {
  const { today } = useSession();
  const { message } = App.useApp();
  const [typed, setTyped] = useState<Typed>({
    effectOn: today,
    statementUrl: '',
    historyDeleted: false,
    note: '',
  });
  const record = useFilingCommand<ReturnType<typeof bodyOf>>(filing, 'effected', () =>
    message.success(words.saved),
  );
  const { effect, kind } = filing;
  if (!effect || kind === 'open') return null;
  const set = (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part }));
  return (
    <section className="jz-card jz-decide">
      <h2>{words.heading}</h2>
      <p className="jz-soft">{words.leads[kind]}</p>
      {effect.earliestOn && effect.earliestOn > today ? (
        <Warnings title={words.earliest(fullDay(effect.earliestOn))}>{null}</Warnings>
      ) : null}
      <Refusal error={record.error} fieldId={fieldId} />
      <Form layout="vertical" onFinish={() => record.mutate(bodyOf(filing.version, typed))}>
        <Form.Item label={words.effectOn} htmlFor={fieldId('effectOn')}>
          <DateField
            id={fieldId('effectOn')}
            max={today}
            value={typed.effectOn}
            onChange={(effectOn) => set({ effectOn })}
          />
        </Form.Item>
        <Evidence filing={filing} effect={effect} typed={typed} set={set} />
        <Form.Item label={words.note} htmlFor={fieldId('note')}>
          <Input.TextArea
            id={fieldId('note')}
            autoSize
            maxLength={1000}
            value={typed.note}
            onChange={(event) => set({ note: event.target.value })}
          />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={record.isPending}>
          {words.save}
        </Button>
      </Form>
    </section>
  );
}
