import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Select } from 'antd';
import type { ProposalRow } from '../../../contracts/consolidation/wire.ts';
import { kindNames, proposalStateNames } from '../../../contracts/consolidation/words.ts';
import { consolidationScreenWords } from '../../../contracts/ui/words-consolidation.ts';
import { apiUrl } from '../../lib/api.ts';
import { fullDay } from '../../lib/day.ts';
import { withFilter } from '../../lib/search.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Filter, FilterBar } from '../../ui/filter-bar.tsx';
import { LoadProblem } from '../../ui/load-problem.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { TextFilter } from '../../ui/text-filter.tsx';
import { AnalyseAreas } from './analyse-areas.tsx';
import { PAGE_SIZE, proposalsQuery } from './calls.ts';
import { proposalTones } from './consolidation-tones.ts';

const words = consolidationScreenWords.list;
const route = getRouteApi('/shell/consolidations');

const columns: Column<ProposalRow>[] = [
  {
    key: 'kind',
    title: words.kind,
    fixed: true,
    width: 150,
    render: (row) => (
      <Link to="/consolidations/$jurisdiction/$id" params={{ jurisdiction: row.jurisdiction, id: row.id }}>
        {row.kindName}
      </Link>
    ),
  },
  {
    key: 'accounts',
    title: words.accounts,
    fixed: true,
    width: 260,
    render: (row) => row.accounts.map(({ name, platformName }) => `${name}（${platformName}）`).join('、'),
  },
  { key: 'host', title: words.host, width: 180, render: (row) => row.hostName },
  { key: 'reasons', title: words.reasons, width: 320, render: (row) => row.reasons.join('；') },
  {
    key: 'state',
    title: words.state,
    width: 110,
    render: (row) => <StateTag tone={proposalTones[row.state]}>{row.stateName}</StateTag>,
  },
  { key: 'action', title: words.action, width: 90, render: (row) => row.actionName },
  {
    key: 'due',
    title: words.due,
    width: 150,
    render: (row) => (row.dueOn ? `${fullDay(row.dueOn)}${row.overdue ? ` ${words.overdue}` : ''}` : null),
  },
  { key: 'jurisdiction', title: words.jurisdiction, optional: true, render: (row) => row.jurisdictionName },
];

function Filters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = (key: 'q' | 'kind' | 'state') => (value: string | undefined) =>
    void navigate({ search: withFilter(search, key, value), replace: true });
  const filtered = Boolean(search.q || search.kind || search.state);
  const options = (all: string, names: Readonly<Record<string, string>>) => [
    { value: '', label: all },
    ...Object.entries(names).map(([value, label]) => ({ value, label })),
  ];
  return (
    <FilterBar onReset={filtered ? () => void navigate({ search: {} }) : undefined}>
      <Filter label={words.search} id="consolidation-q">
        <TextFilter id="consolidation-q" value={search.q} onCommit={set('q')} />
      </Filter>
      <Filter label={words.kind} id="consolidation-kind">
        <Select
          id="consolidation-kind"
          value={search.kind ?? ''}
          options={options(words.allKinds, kindNames)}
          onChange={set('kind')}
        />
      </Filter>
      <Filter label={words.state} id="consolidation-state">
        <Select
          id="consolidation-state"
          value={search.state ?? ''}
          options={options(words.allStates, proposalStateNames)}
          onChange={set('state')}
        />
      </Filter>
    </FilterBar>
  );
}

/** Everything proposed to be merged, closed or made better, with the analysis that proposes it. */
export function ProposalList() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { page = 1, ...filters } = search;
  const list = useQuery(proposalsQuery({ ...filters, page, size: PAGE_SIZE }));
  return (
    <>
      <PageHeader title={consolidationScreenWords.title} lead={consolidationScreenWords.lead} />
      {list.data ? <AnalyseAreas areas={list.data.areas} /> : null}
      <Filters />
      <LoadProblem error={list.error} onRetry={() => void list.refetch()} />
      {list.error ? null : (
        <DataTable
          name="consolidations"
          label={words.label}
          columns={columns}
          rows={list.data?.items ?? []}
          rowKey={(row) => row.id}
          loading={list.isPending}
          empty={<EmptyState title={words.empty} hint={words.emptyHint} />}
          exportUrl={() => apiUrl('/consolidations/export.xlsx', filters)}
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
