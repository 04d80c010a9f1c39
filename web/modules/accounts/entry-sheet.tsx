import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { entrySheetText as words } from '../../../contracts/accounts/words-entry.ts';
import { apiUrl } from '../../lib/api.ts';
import { LoadProblem } from '../../ui/load-problem.tsx';
import { entrySheetPath, entrySheetQuery } from './calls.ts';

/** What has to be typed into the system outside, field by field, to copy or to take away as a file. */
export function EntrySheet(props: { jurisdiction: string; id: string; entryId: string }) {
  const { jurisdiction, id, entryId } = props;
  const sheet = useQuery(entrySheetQuery(jurisdiction, id, entryId));
  const [copied, setCopied] = useState<string | null>(null);
  const copy = async (key: string, text: string) => {
    await navigator.clipboard.writeText(text);
    setCopied(key);
  };
  const lines = sheet.data?.lines ?? [];
  const all = lines.map(({ label, value }) => `${label}\t${value}`).join('\n');
  return (
    <details className="jz-entry-sheet">
      <summary>{words.show}</summary>
      <LoadProblem error={sheet.error} onRetry={() => void sheet.refetch()} />
      <dl>
        {lines.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value || <span className="jz-soft">{words.empty}</span>}</dd>
            <dd>
              {value ? (
                <Button
                  size="small"
                  aria-label={`${words.copy}${label}`}
                  onClick={() => void copy(label, value)}
                >
                  {copied === label ? words.copied : words.copy}
                </Button>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
      <div className="jz-entry-sheet-tools">
        <Button onClick={() => void copy('', all)}>{copied === '' ? words.copied : words.copyAll}</Button>
        <Button href={apiUrl(`${entrySheetPath(jurisdiction, id, entryId)}.xlsx`)}>{words.download}</Button>
      </div>
    </details>
  );
}
