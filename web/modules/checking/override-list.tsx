import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { longestText, type OverridePage, overrideSearchAnswer } from '../../../contracts/checking/wire.ts';
import { checkingScreenWords } from '../../../contracts/ui/words-checking.ts';
import { post } from '../../lib/api.ts';
import { fullInstant } from '../../lib/day.ts';
import { PAGE_SIZE } from '../../lib/search.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadProblem } from '../../ui/load-problem.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { overridesQuery } from './calls.ts';
import { CheckingNav } from './checking-nav.tsx';

const words = checkingScreenWords.overrides;
const route = getRouteApi('/shell/checks/overrides');

type Row = OverridePage['items'][number];

const columns: Column<Row>[] = [
  {
    key: 'excerpt',
    title: words.excerpt,
    fixed: true,
    width: 220,
    render: (row) => <span className={`jz-mark jz-mark-${row.severity}`}>{row.excerpt}</span>,
  },
  { key: 'reason', title: words.reason, fixed: true, render: (row) => row.reason },
  { key: 'message', title: words.message, render: (row) => row.message },
  {
    key: 'by',
    title: words.by,
    width: 180,
    render: (row) => (
      <>
        {row.by.name}
        <div className="jz-soft">{row.by.post}</div>
      </>
    ),
  },
  { key: 'at', title: words.at, width: 190, render: (row) => fullInstant(row.at) },
  {
    key: 'open',
    title: checkingScreenWords.nav.records,
    width: 130,
    render: (row) => (
      <Link to="/checks/$jurisdiction/$id" params={{ jurisdiction: row.jurisdiction, id: row.checkId }}>
        {words.open}
      </Link>
    ),
  },
];

/** A text somebody complains about, to be looked up sentence by sentence. */
function SearchByText({ onFound }: { onFound: (rows: readonly Row[] | null) => void }) {
  const [text, setText] = useState('');
  const search = useMutation({
    mutationFn: () => post('/checks/overrides/search', { schema: overrideSearchAnswer, body: { text } }),
    onSuccess: ({ items }) => onFound(items),
  });
  const showAll = () => {
    setText('');
    search.reset();
    onFound(null);
  };
  return (
    <section className="jz-card jz-override-search">
      <label htmlFor="override-text">{words.search}</label>
      <Input.TextArea
        id="override-text"
        rows={3}
        maxLength={longestText}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p className="jz-row">
        <Button
          type="primary"
          loading={search.isPending}
          disabled={text.trim() === ''}
          onClick={() => search.mutate()}
        >
          {words.find}
        </Button>
        {search.data ? <Button onClick={showAll}>{words.all}</Button> : null}
        <span role="status">{search.data ? words.found(search.data.items.length) : ''}</span>
      </p>
      <LoadProblem error={search.error} />
    </section>
  );
}

/** What was let pass, by whom and why; all of it, or what stands in a text that somebody complains about. */
export function OverrideList() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [found, setFound] = useState<readonly Row[] | null>(null);
  const { page = 1 } = search;
  const list = useQuery(overridesQuery({ page, size: PAGE_SIZE }));
  const paging = {
    page,
    size: PAGE_SIZE,
    total: list.data?.total ?? 0,
    onPage: (to: number) => void navigate({ search: { ...search, page: to } }),
  };
  return (
    <>
      <PageHeader title={checkingScreenWords.nav.overrides} lead={words.lead} />
      <CheckingNav />
      <SearchByText onFound={setFound} />
      <LoadProblem error={list.error} onRetry={() => void list.refetch()} />
      {list.error ? null : (
        <DataTable
          name="overrides"
          label={words.list}
          columns={columns}
          rows={found ?? list.data?.items ?? []}
          rowKey={(row) => row.id}
          loading={list.isPending}
          empty={<EmptyState title={words.empty} />}
          {...(found === null ? { paging } : {})}
        />
      )}
    </>
  );
}
