import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { FilingRow } from '../../../contracts/accounts/wire.ts';
import { filingKindNames, filingStateNames } from '../../../contracts/accounts/words.ts';
import { accountScreenWords } from '../../../contracts/ui/words-accounts.ts';
import { useSession } from '../../app/session.ts';
import { apiUrl } from '../../lib/api.ts';
import { fullInstant } from '../../lib/day.ts';
import { useListSearch } from '../../lib/use-list-search.ts';
import { ChoiceFilter } from '../../ui/choice-filter.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Filter, FilterBar } from '../../ui/filter-bar.tsx';
import { ListTable } from '../../ui/list-table.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { TextFilter } from '../../ui/text-filter.tsx';
import { filingTones } from './account-tones.ts';
import { filingsQuery } from './calls.ts';
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
  const { search, set, reset } = useListSearch(route);
  return (
    <FilterBar onReset={reset}>
      <Filter label={common.search} id="filings-q">
        <TextFilter id="filings-q" value={search.q} onCommit={set('q')} />
      </Filter>
      <ChoiceFilter
        id="filings-kind"
        label={words.kind}
        all={words.allKinds}
        names={filingKindNames}
        value={search.kind}
        onChange={set('kind')}
      />
      <ChoiceFilter
        id="filings-state"
        label={common.state}
        all={common.allStates}
        names={filingStateNames}
        value={search.state}
        onChange={set('state')}
      />
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
  const { filters, query, paging } = useListSearch(route);
  const list = useQuery(filingsQuery(query));
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
      <ListTable
        list={list}
        paging={paging}
        name="filings"
        label={words.list}
        columns={columns}
        rowKey={(row) => row.id}
        empty={<EmptyState title={words.empty} action={<StartLink />} />}
        exportUrl={(shown) => apiUrl('/filings.xlsx', { ...filters, columns: shown })}
      />
    </>
  );
}
