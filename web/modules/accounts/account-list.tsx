import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Select } from 'antd';
import type { AccountRow } from '../../../contracts/accounts/wire.ts';
import { accountStateNames } from '../../../contracts/accounts/words.ts';
import { accountScreenWords } from '../../../contracts/ui/words-accounts.ts';
import { intakeScreenWords } from '../../../contracts/ui/words-intake.ts';
import { sightingsScreenWords } from '../../../contracts/ui/words-sightings.ts';
import { useSession } from '../../app/session.ts';
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
import { accountTones } from './account-tones.ts';
import { accountsQuery, PAGE_SIZE, platformsQuery } from './calls.ts';
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
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { posts } = useSession();
  const platforms = useQuery({ ...platformsQuery(posts[0]?.jurisdiction ?? ''), enabled: posts.length > 0 });
  const set = (key: 'q' | 'platform' | 'state') => (value: string | undefined) =>
    void navigate({ search: withFilter(search, key, value), replace: true });
  const filtered = Boolean(search.q || search.platform || search.state || search.unit);
  return (
    <FilterBar onReset={filtered ? () => void navigate({ search: {} }) : undefined}>
      <Filter label={words.search} id="accounts-q">
        <TextFilter id="accounts-q" value={search.q} onCommit={set('q')} />
      </Filter>
      <Filter label={words.platform} id="accounts-platform">
        <Select
          id="accounts-platform"
          value={search.platform ?? ''}
          options={[
            { value: '', label: words.allPlatforms },
            ...(platforms.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={set('platform')}
        />
      </Filter>
      <Filter label={words.state} id="accounts-state">
        <Select
          id="accounts-state"
          value={search.state ?? ''}
          options={[
            { value: '', label: words.allStates },
            ...Object.entries(accountStateNames).map(([value, label]) => ({ value, label })),
          ]}
          onChange={set('state')}
        />
      </Filter>
    </FilterBar>
  );
}

/** The registry: every account that the person may see. */
export function AccountList() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { abilities } = useSession();
  const { page = 1, ...filters } = search;
  const list = useQuery(accountsQuery({ ...filters, page, size: PAGE_SIZE }));
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
      <LoadProblem error={list.error} onRetry={() => void list.refetch()} />
      {list.error ? null : (
        <DataTable
          name="accounts"
          label={words.list}
          columns={columns}
          rows={list.data?.items ?? []}
          rowKey={(row) => row.id}
          loading={list.isPending}
          empty={<EmptyState title={words.empty} hint={words.emptyHint} />}
          exportUrl={(shown) => apiUrl('/accounts.xlsx', { ...filters, columns: shown })}
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
