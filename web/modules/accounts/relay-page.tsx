import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { type RelayWaiting, type RelayWire, relayKey } from '../../../contracts/accounts/wire-relay.ts';
import { relayScreenWords as words } from '../../../contracts/ui/words-relay.ts';
import { apiUrl, post } from '../../lib/api.ts';
import { fullDay } from '../../lib/day.ts';
import { queryClient } from '../../lib/query-client.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadProblem } from '../../ui/load-problem.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { relaysQuery } from './calls.ts';
import './accounts.css';

/** A park's page: what its departments and towns brought, handed on together. */
export function RelayPage() {
  const list = useQuery(relaysQuery);
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} above={<Link to="/filings">← {words.back}</Link>} />
      <LoadProblem error={list.error} onRetry={() => void list.refetch()} />
      {list.data ? <Waiting waiting={list.data.waiting} /> : null}
      {list.data && list.data.relays.length > 0 ? <Past relays={list.data.relays} /> : null}
    </>
  );
}

function useRelay() {
  return useMutation({
    mutationFn: (body: { filings: readonly object[]; sealed: boolean; note?: string | undefined }) =>
      post('/relays', { schema: relayKey, body }),
    onSuccess: () =>
      queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
  });
}

function Waiting({ waiting }: { waiting: readonly RelayWaiting[] }) {
  const [left, setLeft] = useState<readonly string[]>([]);
  const [sealed, setSealed] = useState(false);
  const [note, setNote] = useState('');
  const relay = useRelay();
  if (waiting.length === 0) return <EmptyState title={words.none} hint={words.noneHint} />;
  const chosen = waiting.filter(({ filingId }) => !left.includes(filingId));
  const needsSeal = chosen.some(({ seal }) => seal);
  const toggle = (id: string) =>
    setLeft(left.includes(id) ? left.filter((each) => each !== id) : [...left, id]);
  const submit = () =>
    relay.mutate({
      filings: chosen.map(({ jurisdiction, filingId, digest, version }) => ({
        jurisdiction,
        id: filingId,
        digest,
        version,
      })),
      sealed,
      ...(note.trim() ? { note: note.trim() } : {}),
    });
  return (
    <section className="jz-card jz-relay">
      <h2>{words.waiting}</h2>
      <ul className="jz-relay-list">
        {waiting.map((each) => (
          <Item key={each.filingId} each={each} on={!left.includes(each.filingId)} toggle={toggle} />
        ))}
      </ul>
      {needsSeal ? (
        <Checkbox checked={sealed} onChange={(event) => setSealed(event.target.checked)}>
          {words.sealed}
        </Checkbox>
      ) : null}
      <label htmlFor="relay-note">{words.note}</label>
      <Input.TextArea
        id="relay-note"
        value={note}
        rows={2}
        maxLength={1000}
        onChange={(event) => setNote(event.target.value)}
      />
      <LoadProblem error={relay.error} />
      <div>
        <Button
          type="primary"
          disabled={chosen.length === 0 || (needsSeal && !sealed)}
          loading={relay.isPending}
          onClick={submit}
        >
          {words.submit(chosen.length)}
        </Button>
      </div>
    </section>
  );
}

function Item(props: { each: RelayWaiting; on: boolean; toggle: (id: string) => void }) {
  const { each, on, toggle } = props;
  return (
    <li className="jz-relay-item">
      <Checkbox checked={on} aria-label={words.choose(each.title)} onChange={() => toggle(each.filingId)} />
      <div>
        <Link to="/filings/$jurisdiction/$id" params={{ jurisdiction: each.jurisdiction, id: each.filingId }}>
          {each.title}
        </Link>
        <div className="jz-soft">
          {[
            each.hostName,
            words.since(fullDay(each.since.slice(0, 10))),
            ...(each.due ? [words.due(fullDay(each.due))] : []),
          ].join(' · ')}
        </div>
      </div>
    </li>
  );
}

function Past({ relays }: { relays: readonly RelayWire[] }) {
  return (
    <section className="jz-card jz-relay">
      <h2>{words.past}</h2>
      <ul className="jz-relay-list">
        {relays.map((relay) => (
          <li key={relay.id} className="jz-relay-item">
            <div>
              {words.batch(relay.number, fullDay(relay.relayedAt.slice(0, 10)), relay.items.length)}{' '}
              <a href={apiUrl(`/relays/${relay.jurisdiction}/${relay.id}/list.pdf`)}>{words.print}</a>
              <div className="jz-soft">
                {relay.items.map(({ title, hostName }) => `${hostName}：${title}`).join('；')}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
