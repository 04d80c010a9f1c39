import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { RequestRow } from '../../../contracts/sites/wire-requests.ts';
import { requestStateNames } from '../../../contracts/sites/words.ts';
import { siteScreenWords } from '../../../contracts/ui/words-sites.ts';
import { fullDay, fullInstant } from '../../lib/day.ts';
import { useListSearch } from '../../lib/use-list-search.ts';
import { ChoiceFilter } from '../../ui/choice-filter.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { ListTable } from '../../ui/list-table.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { requestsQuery } from './calls.ts';
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
  const { query, paging, search, set, reset } = useListSearch(route);
  const list = useQuery(requestsQuery(query));
  return (
    <>
      <SiteNav />
      <PageHeader title={words.title} lead={words.lead} />
      <FilterBar onReset={reset}>
        <ChoiceFilter
          id="requests-state"
          label={words.stateFilter}
          all={words.allStates}
          names={requestStateNames}
          value={search.state}
          onChange={set('state')}
        />
      </FilterBar>
      <ListTable
        list={list}
        paging={paging}
        name="column-requests"
        label={words.list}
        columns={columns}
        rowKey={(row) => row.id}
        empty={<EmptyState title={words.empty} hint={words.emptyHint} />}
      />
    </>
  );
}
