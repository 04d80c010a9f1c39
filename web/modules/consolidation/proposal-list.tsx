import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ProposalRow } from '../../../contracts/consolidation/wire.ts';
import { kindNames, proposalStateNames } from '../../../contracts/consolidation/words.ts';
import { consolidationScreenWords } from '../../../contracts/ui/words-consolidation.ts';
import { apiUrl } from '../../lib/api.ts';
import { fullDay } from '../../lib/day.ts';
import { useListSearch } from '../../lib/use-list-search.ts';
import { ChoiceFilter } from '../../ui/choice-filter.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Filter, FilterBar } from '../../ui/filter-bar.tsx';
import { ListTable } from '../../ui/list-table.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { TextFilter } from '../../ui/text-filter.tsx';
import { AnalyseAreas } from './analyse-areas.tsx';
import { proposalsQuery } from './calls.ts';
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
  const { search, set, reset } = useListSearch(route);
  return (
    <FilterBar onReset={reset}>
      <Filter label={words.search} id="consolidation-q">
        <TextFilter id="consolidation-q" value={search.q} onCommit={set('q')} />
      </Filter>
      <ChoiceFilter
        id="consolidation-kind"
        label={words.kind}
        all={words.allKinds}
        names={kindNames}
        value={search.kind}
        onChange={set('kind')}
      />
      <ChoiceFilter
        id="consolidation-state"
        label={words.state}
        all={words.allStates}
        names={proposalStateNames}
        value={search.state}
        onChange={set('state')}
      />
    </FilterBar>
  );
}

/** Everything proposed to be merged, closed or made better, with the analysis that proposes it. */
export function ProposalList() {
  const { filters, query, paging } = useListSearch(route);
  const list = useQuery(proposalsQuery(query));
  return (
    <>
      <PageHeader title={consolidationScreenWords.title} lead={consolidationScreenWords.lead} />
      {list.data ? <AnalyseAreas areas={list.data.areas} /> : null}
      <Filters />
      <ListTable
        list={list}
        paging={paging}
        name="consolidations"
        label={words.label}
        columns={columns}
        rowKey={(row) => row.id}
        empty={<EmptyState title={words.empty} hint={words.emptyHint} />}
        exportUrl={() => apiUrl('/consolidations/export.xlsx', filters)}
      />
    </>
  );
}
