import { Button } from 'antd';
import type { RecordWire } from '../../../contracts/stewardship/wire.ts';
import { stewardshipScreenWords as words } from '../../../contracts/ui/words-stewardship.ts';
import { fullDay } from '../../lib/day.ts';
import { StateTag } from '../../ui/state-tag.tsx';
import { UploadField } from '../../ui/upload-field.tsx';
import { recordFileUrl, useLedgerCommands } from './calls.ts';

const KINDS = ['.pdf', '.png', '.jpg', '.jpeg', '.docx', '.xlsx', '.ofd'];
/** Kinds whose papers are kept with them. */
const WITH_PAPERS = ['licence', 'paper', 'contract', 'purchase', 'agreement', 'supervision', 'consultation'];

function days({ fromDay, toDay, validTo }: RecordWire): string {
  const span = toDay ? words.span(fullDay(fromDay), fullDay(toDay)) : words.since(fullDay(fromDay));
  return validTo ? `${span}，${words.validTo(fullDay(validTo))}` : span;
}

interface RecordItemProps {
  record: RecordWire;
  shared: boolean;
  onReplace: (() => void) | null;
  onEnd: (() => void) | null;
}

/** One thing kept: what, since when, its papers, and what may be done with it. */
export function RecordItem({ record, shared, onReplace, onEnd }: RecordItemProps) {
  const { attach } = useLedgerCommands();
  const called = [record.itemName, record.title].filter(Boolean).join('：');
  const papers = WITH_PAPERS.includes(record.kind);
  return (
    <li>
      <p>
        {record.itemName && record.itemName !== record.title ? (
          <span className="jz-soft">{record.itemName} </span>
        ) : null}
        <strong>{record.title || record.itemName}</strong>{' '}
        {record.note ? <StateTag tone="warn">{record.note}</StateTag> : null}
        {shared ? <StateTag>{words.shared}</StateTag> : null}
      </p>
      {record.facts.map(({ label, value }) => (
        <p key={label} className="jz-soft jz-record-fact">
          {label}：{value}
        </p>
      ))}
      <p className="jz-soft">
        {[days(record), record.endReason, words.keptBy(record.createdBy)].filter(Boolean).join(' · ')}
      </p>
      {papers || record.files.length > 0 ? (
        <UploadField
          label={words.files(called)}
          files={record.files.map(({ id, name }) => ({ id, name, url: recordFileUrl(record, id) }))}
          kinds={KINDS}
          disabled={!record.abilities.attach || shared}
          onUpload={(file) => attach(record, file)}
        />
      ) : null}
      {onReplace || onEnd ? (
        <p className="jz-row">
          {onReplace ? (
            <Button size="small" onClick={onReplace} aria-label={words.replaceOf(called)}>
              {words.replace}
            </Button>
          ) : null}
          {onEnd ? (
            <Button size="small" onClick={onEnd} aria-label={words.endOf(called)}>
              {words.end}
            </Button>
          ) : null}
        </p>
      ) : null}
    </li>
  );
}
