import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Select } from 'antd';
import type { RequestRow } from '../../../contracts/sites/wire-requests.ts';
import { requestStateNames } from '../../../contracts/sites/words.ts';
import { siteScreenWords } from '../../../contracts/ui/words-sites.ts';
import { fullDay, fullInstant } from '../../lib/day.ts';
import { withFilter } from '../../lib/search.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Filter, FilterBar } from '../../ui/filter-bar.tsx';
import { LoadProblem } from '../../ui/load-problem.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { PAGE_SIZE, requestsQuery } from './calls.ts';
import { requestTones } from './request-tones.ts';
import { SiteNav } from './site-nav.tsx';

const words = siteScreenWords.requests;
const route = getRouteApi('/shell/column-requests');

const columns: Column<RequestRow>[] = [
  {
    key: 'matter',
    title: words.matter,
    fixed: true,
    render: ({ jurisdiction, id, title }) => (
      <Link to="/column-requests/$jurisdiction/$id" params={{ jurisdiction, id }}>
        {title}
      </Link>
    ),
  },
  {
    key: 'state',
    title: words.state,
    render: (row) => <StateTag tone={requestTones[row.state]}>{row.stateName}</StateTag>,
  },
  { key: 'unit', title: words.unit, render: (row) => row.unit.name },
  { key: 'site', title: words.site, render: (row) => row.site.name },
  { key: 'updated', title: words.updated, render: (row) => fullInstant(row.updatedAt) },
  { key: 'built', title: words.built, render: (row) => (row.builtOn ? fullDay(row.builtOn) : '') },
];

/** The requests for sections and columns that concern the person. */
export function RequestList() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { page = 1, state } = search;
  const list = useQuery(requestsQuery({ state, page, size: PAGE_SIZE }));
  return (
    <>
      <SiteNav />
      <PageHeader title={words.title} lead={words.lead} />
      <FilterBar onReset={state ? () => void navigate({ search: {} }) : undefined}>
        <Filter label={words.stateFilter} id="requests-state">
          <Select
            id="requests-state"
            value={state ?? ''}
            options={[
              { value: '', label: words.allStates },
              ...Object.entries(requestStateNames).map(([value, label]) => ({ value, label })),
            ]}
            onChange={(value) => void navigate({ search: withFilter(search, 'state', value), replace: true })}
          />
        </Filter>
      </FilterBar>
      <LoadProblem error={list.error} onRetry={() => void list.refetch()} />
      {list.error ? null : (
        <DataTable
          name="column-requests"
          label={words.list}
          columns={columns}
          rows={list.data?.items ?? []}
          rowKey={(row) => row.id}
          loading={list.isPending}
          empty={<EmptyState title={words.empty} hint={words.emptyHint} />}
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
