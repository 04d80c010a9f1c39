import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { type EntryWire, entryAnswer, longestText } from '../../../contracts/checking/wire.ts';
import { checkingScreenWords } from '../../../contracts/ui/words-checking.ts';
import { post } from '../../lib/api.ts';
import { LoadProblem } from '../../ui/load-problem.tsx';
import { Panel } from '../../ui/panel.tsx';

const words = checkingScreenWords.lexicon;

/** What a trial came to, in one sentence. */
export function TriedText({ tried }: Pick<EntryWire, 'tried'>) {
  if (tried === null) return <span className="jz-soft">{words.notTried}</span>;
  return (
    <>{tried.own ? words.triedOwn(tried.places) : words.triedText(tried.texts, tried.places, tried.days)}</>
  );
}

function Examples({ tried }: { tried: NonNullable<EntryWire['tried']> }) {
  return (
    <div className="jz-trial" role="status">
      <p className="jz-trial-result">
        <TriedText tried={tried} />
      </p>
      {tried.examples.length === 0 ? null : (
        <>
          <h3>{words.examples}</h3>
          <ul>
            {tried.examples.map(({ before, text, after }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: examples may be alike
              <li key={index}>
                <span className="jz-soft">{before}</span>
                <mark className="jz-mark jz-mark-warn">{text}</mark>
                <span className="jz-soft">{after}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Trial({ entry }: { entry: EntryWire }) {
  const client = useQueryClient();
  const [sample, setSample] = useState('');
  const [shown, setShown] = useState(entry);
  const run = useMutation({
    mutationFn: () =>
      post(`/lexicons/${entry.jurisdiction}/entries/${entry.id}/try`, {
        schema: entryAnswer,
        body: { version: shown.version, ...(sample.trim() ? { sample } : {}) },
      }),
    onSuccess: async (after) => {
      setShown(after);
      await client.invalidateQueries({ queryKey: ['lexicons'] });
    },
  });
  return (
    <div className="jz-stack">
      <p>
        <strong>{entry.term}</strong>
        {entry.right === null ? '' : ` → ${entry.right}`}
      </p>
      <p className="jz-soft">{words.tryAbout}</p>
      <div>
        <label htmlFor="try-sample">{words.sample}</label>
        <Input.TextArea
          id="try-sample"
          rows={4}
          maxLength={longestText}
          value={sample}
          onChange={(event) => setSample(event.target.value)}
        />
      </div>
      <LoadProblem error={run.error} />
      <Button type="primary" loading={run.isPending} onClick={() => run.mutate()}>
        {words.run}
      </Button>
      {shown.tried === null ? null : <Examples tried={shown.tried} />}
    </div>
  );
}

/** Tries a draft on what was checked lately, or on a sample, and shows what it would have marked. */
export function TryEntry({ entry, onClose }: { entry: EntryWire | null; onClose: () => void }) {
  return (
    <Panel title={words.tryTitle} open={entry !== null} onClose={onClose}>
      {entry === null ? null : <Trial key={entry.id} entry={entry} />}
    </Panel>
  );
}
