import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { type EntryWire, entryAnswer, type LexiconWire } from '../../../contracts/checking/wire.ts';
import { lexiconKindNames } from '../../../contracts/checking/words.ts';
import { detectorNames, severityNames } from '../../../contracts/checks/words.ts';
import { checkingScreenWords } from '../../../contracts/ui/words-checking.ts';
import { post } from '../../lib/api.ts';
import { PAGE_SIZE } from '../../lib/search.ts';
import { ConfirmWithReason } from '../../ui/confirm-with-reason.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadProblem } from '../../ui/load-problem.tsx';
import { StateTag, type Tone } from '../../ui/state-tag.tsx';
import { severityTones } from './finding-card.tsx';
import { TriedText, TryEntry } from './try-entry.tsx';

const words = checkingScreenWords.lexicon;
const tones: Record<EntryWire['state'], Tone> = { draft: 'active', active: 'done', retired: 'plain' };

const dataColumns: Column<EntryWire>[] = [
  {
    key: 'term',
    title: words.term,
    fixed: true,
    width: 200,
    render: (row) => (
      <>
        <strong>{row.term}</strong>
        {row.right === null ? null : <div>→ {row.right}</div>}
      </>
    ),
  },
  {
    key: 'kind',
    title: words.kind,
    width: 130,
    render: (row) => (
      <>
        {detectorNames[row.detector]}
        <div className="jz-soft">{lexiconKindNames[row.kind]}</div>
      </>
    ),
  },
  {
    key: 'severity',
    title: words.severity,
    width: 110,
    render: (row) => <StateTag tone={severityTones[row.severity]}>{severityNames[row.severity]}</StateTag>,
  },
  {
    key: 'state',
    title: words.state,
    width: 90,
    render: (row) => <StateTag tone={tones[row.state]}>{words.states[row.state]}</StateTag>,
  },
  { key: 'tried', title: words.tried, render: (row) => <TriedText tried={row.tried} /> },
  { key: 'source', title: words.source, render: (row) => row.source },
  { key: 'except', title: words.except, optional: true, render: (row) => row.except.join('、') },
];

/** The moves of an entry; each shows the lexicon as it then is. */
function useMoves() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ entry, verb, body }: { entry: EntryWire; verb: 'activate' | 'retire'; body: object }) =>
      post(`/lexicons/${entry.jurisdiction}/entries/${entry.id}/${verb}`, {
        schema: entryAnswer,
        body: { version: entry.version, ...body },
      }),
    onSettled: () => client.invalidateQueries({ queryKey: ['lexicons'] }),
  });
}

interface EntryActionsProps {
  entry: EntryWire;
  onTry: () => void;
  onActivate: () => void;
  onRetire: () => void;
}

function EntryActions({ entry, onTry, onActivate, onRetire }: EntryActionsProps) {
  if (!entry.abilities.change) return null;
  const isDraft = entry.state === 'draft';
  const about = (verb: string) => `${verb}：${entry.term}`;
  return (
    <span className="jz-row">
      {isDraft ? (
        <Button size="small" onClick={onTry} aria-label={about(words.try)}>
          {words.try}
        </Button>
      ) : null}
      {isDraft && entry.tried !== null ? (
        <Button size="small" type="primary" onClick={onActivate} aria-label={about(words.activate)}>
          {words.activate}
        </Button>
      ) : null}
      <Button size="small" onClick={onRetire} aria-label={about(words.retire)}>
        {words.retire}
      </Button>
    </span>
  );
}

interface LexiconEntriesProps {
  lexicon: LexiconWire;
  loading: boolean;
  onPage: (page: number) => void;
}

/** The entries of a jurisdiction: drafts to try, those in force, those retired. */
export function LexiconEntries({ lexicon, loading, onPage }: LexiconEntriesProps) {
  const [trying, setTrying] = useState<EntryWire | null>(null);
  const [retiring, setRetiring] = useState<EntryWire | null>(null);
  const move = useMoves();
  const actions: Column<EntryWire> = {
    key: 'actions',
    title: words.actions,
    fixed: true,
    width: 220,
    render: (entry) => (
      <EntryActions
        entry={entry}
        onTry={() => setTrying(entry)}
        onActivate={() => move.mutate({ entry, verb: 'activate', body: {} })}
        onRetire={() => setRetiring(entry)}
      />
    ),
  };
  const retire = (reason: string) => {
    if (retiring) move.mutate({ entry: retiring, verb: 'retire', body: { reason } });
    setRetiring(null);
  };
  const { items, total, page } = lexicon.entries;
  return (
    <div>
      <LoadProblem error={move.error} />
      <DataTable
        name="lexicon"
        label={words.list}
        columns={lexicon.abilities.add ? [...dataColumns, actions] : dataColumns}
        rows={items}
        rowKey={(row) => row.id}
        loading={loading}
        tools={<span className="jz-soft">{words.version(lexicon.version)}</span>}
        empty={<EmptyState title={words.empty} />}
        paging={{ page, size: PAGE_SIZE, total, onPage }}
      />
      <TryEntry entry={trying} onClose={() => setTrying(null)} />
      <Retiring entry={retiring} busy={move.isPending} onRetire={retire} onClose={() => setRetiring(null)} />
    </div>
  );
}

interface RetiringProps {
  entry: EntryWire | null;
  busy: boolean;
  onRetire: (reason: string) => void;
  onClose: () => void;
}

function Retiring({ entry, busy, onRetire, onClose }: RetiringProps) {
  return (
    <ConfirmWithReason
      open={entry !== null}
      title={words.retireTitle}
      action={words.retire}
      danger
      busy={busy}
      onConfirm={onRetire}
      onCancel={onClose}
    >
      <p>{entry?.term}</p>
    </ConfirmWithReason>
  );
}
