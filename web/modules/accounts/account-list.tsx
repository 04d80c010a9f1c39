import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { AccountRow } from '../../../contracts/accounts/wire.ts';
import { accountStateNames } from '../../../contracts/accounts/words.ts';
import { accountScreenWords } from '../../../contracts/ui/words-accounts.ts';
import { intakeScreenWords } from '../../../contracts/ui/words-intake.ts';
import { sightingsScreenWords } from '../../../contracts/ui/words-sightings.ts';
import { useSession } from '../../app/session.ts';
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
import { accountTones } from './account-tones.ts';
import { accountsQuery, platformsQuery } from './calls.ts';
import { MissingHosts } from './missing-hosts.tsx';

const words = accountScreenWords.accounts;
const route = getRouteApi('/shell/accounts');

const columns: Column<AccountRow>[] = [
  {
    key: 'name',
    title: words.name,
    fixed: true,
    render: (row) => (
      <Link to="/accounts/$jurisdiction/$id" params={{ jurisdiction: row.jurisdiction, id: row.id }}>
        {row.name}
      </Link>
    ),
  },
  { key: 'platform', title: words.platform, render: (row) => row.platformName },
  { key: 'host', title: words.host, render: (row) => row.host.name },
  {
    key: 'state',
    title: words.state,
    render: (row) => <StateTag tone={accountTones[row.state]}>{row.stateName}</StateTag>,
  },
  { key: 'opened', title: words.opened, render: (row) => (row.openedOn ? fullDay(row.openedOn) : '') },
  { key: 'number', title: words.number, render: (row) => row.filingNumber },
  { key: 'jurisdiction', title: words.jurisdiction, render: (row) => row.jurisdictionName, optional: true },
  { key: 'uid', title: words.uid, render: (row) => row.platformUid, optional: true },
  {
    key: 'url',
    title: words.url,
    optional: true,
    render: (row) =>
      row.url ? (
        <a href={row.url} rel="noreferrer" target="_blank">
          {words.visit}
        </a>
      ) : null,
  },
];

function Filters() {
  const { search, set, reset } = useListSearch(route);
  const { posts } = useSession();
  const platforms = useQuery({ ...platformsQuery(posts[0]?.jurisdiction ?? ''), enabled: posts.length > 0 });
  return (
    <FilterBar onReset={reset}>
      <Filter label={words.search} id="accounts-q">
        <TextFilter id="accounts-q" value={search.q} onCommit={set('q')} />
      </Filter>
      <ChoiceFilter
        id="accounts-platform"
        label={words.platform}
        all={words.allPlatforms}
        names={Object.fromEntries((platforms.data?.items ?? []).map(({ id, name }) => [id, name]))}
        value={search.platform}
        onChange={set('platform')}
      />
      <ChoiceFilter
        id="accounts-state"
        label={words.state}
        all={words.allStates}
        names={accountStateNames}
        value={search.state}
        onChange={set('state')}
      />
    </FilterBar>
  );
}

/** The registry: every account that the person may see. */
export function AccountList() {
  const { filters, query, paging } = useListSearch(route);
  const { abilities } = useSession();
  const list = useQuery(accountsQuery(query));
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        actions={
          <>
            <Link to="/sightings" className="jz-button">
              {sightingsScreenWords.list.open}
            </Link>
            {abilities.intake ? (
              <Link to="/imports" className="jz-button">
                {intakeScreenWords.open}
              </Link>
            ) : null}
          </>
        }
      />
      <MissingHosts />
      <Filters />
      <ListTable
        list={list}
        paging={paging}
        name="accounts"
        label={words.list}
        columns={columns}
        rowKey={(row) => row.id}
        empty={<EmptyState title={words.empty} hint={words.emptyHint} />}
        exportUrl={(shown) => apiUrl('/accounts.xlsx', { ...filters, columns: shown })}
      />
    </>
  );
}
