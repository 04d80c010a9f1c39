import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Select } from 'antd';
import type { FilingRow } from '../../../contracts/accounts/wire.ts';
import { filingKindNames, filingStateNames } from '../../../contracts/accounts/words.ts';
import { accountScreenWords } from '../../../contracts/ui/words-accounts.ts';
import { useSession } from '../../app/session.ts';
import { apiUrl } from '../../lib/api.ts';
import { fullInstant } from '../../lib/day.ts';
import { withFilter } from '../../lib/search.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Filter, FilterBar } from '../../ui/filter-bar.tsx';
import { LoadProblem } from '../../ui/load-problem.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { TextFilter } from '../../ui/text-filter.tsx';
import { filingTones } from './account-tones.ts';
import { filingsQuery, PAGE_SIZE } from './calls.ts';
import { RelayLink } from './relay-link.tsx';

const words = accountScreenWords.filings;
const common = accountScreenWords.accounts;
const route = getRouteApi('/shell/filings');

const columns: Column<FilingRow>[] = [
  {
    key: 'title',
    title: words.matter,
    fixed: true,
    render: (row) => (
      <Link to="/filings/$jurisdiction/$id" params={{ jurisdiction: row.jurisdiction, id: row.id }}>
        {row.title}
      </Link>
    ),
  },
  { key: 'kind', title: words.kind, render: (row) => row.kindName },
  { key: 'host', title: common.host, render: (row) => row.host.name },
  {
    key: 'state',
    title: common.state,
    render: (row) => <StateTag tone={filingTones[row.state]}>{row.stateName}</StateTag>,
  },
  { key: 'updated', title: words.updated, render: (row) => fullInstant(row.updatedAt) },
  { key: 'platform', title: common.platform, render: (row) => row.platformName, optional: true },
  { key: 'number', title: common.number, render: (row) => row.filingNumber, optional: true },
  {
    key: 'submitted',
    title: words.submitted,
    optional: true,
    render: (row) => (row.submittedAt ? fullInstant(row.submittedAt) : ''),
  },
];

function Filters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = (key: 'q' | 'kind' | 'state') => (value: string | undefined) =>
    void navigate({ search: withFilter(search, key, value), replace: true });
  const filtered = Boolean(search.q || search.kind || search.state || search.unit);
  return (
    <FilterBar onReset={filtered ? () => void navigate({ search: {} }) : undefined}>
      <Filter label={common.search} id="filings-q">
        <TextFilter id="filings-q" value={search.q} onCommit={set('q')} />
      </Filter>
      <Filter label={words.kind} id="filings-kind">
        <Select
          id="filings-kind"
          value={search.kind ?? ''}
          options={[
            { value: '', label: words.allKinds },
            ...Object.entries(filingKindNames).map(([value, label]) => ({ value, label })),
          ]}
          onChange={set('kind')}
        />
      </Filter>
      <Filter label={common.state} id="filings-state">
        <Select
          id="filings-state"
          value={search.state ?? ''}
          options={[
            { value: '', label: common.allStates },
            ...Object.entries(filingStateNames).map(([value, label]) => ({ value, label })),
          ]}
          onChange={set('state')}
        />
      </Filter>
    </FilterBar>
  );
}

function StartLink() {
  const { abilities } = useSession();
  return abilities.file ? (
    <Link to="/filings/new" className="jz-button jz-button-primary">
      {words.start}
    </Link>
  ) : null;
}

/** Filings of every kind and state that the person may see. */
export function FilingList() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { page = 1, ...filters } = search;
  const list = useQuery(filingsQuery({ ...filters, page, size: PAGE_SIZE }));
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        actions={
          <>
            <RelayLink />
            <StartLink />
          </>
        }
      />
      <Filters />
      <LoadProblem error={list.error} onRetry={() => void list.refetch()} />
      {list.error ? null : (
        <DataTable
          name="filings"
          label={words.list}
          columns={columns}
          rows={list.data?.items ?? []}
          rowKey={(row) => row.id}
          loading={list.isPending}
          empty={<EmptyState title={words.empty} action={<StartLink />} />}
          exportUrl={(shown) => apiUrl('/filings.xlsx', { ...filters, columns: shown })}
          paging={{
            page,
            size: PAGE_SIZE,
            total: list.data?.total ?? 0,
            onPage: (to) => void navigate({ search: { ...search, page: to } }),
          }}
        />
      )}
    </>
  );
}
