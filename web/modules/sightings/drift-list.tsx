import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useState } from 'react';
import type { Drift } from '../../../contracts/sightings/wire.ts';
import { driftKindNames, driftStateNames } from '../../../contracts/sightings/words.ts';
import { sightingsScreenWords } from '../../../contracts/ui/words-sightings.ts';
import { apiUrl } from '../../lib/api.ts';
import { fullDay, legalDay } from '../../lib/day.ts';
import { withFilter } from '../../lib/search.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Filter, FilterBar } from '../../ui/filter-bar.tsx';
import { LoadProblem } from '../../ui/load-problem.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { TextFilter } from '../../ui/text-filter.tsx';
import { driftsQuery, PAGE_SIZE } from './calls.ts';
import { driftTones } from './drift-tones.ts';
import { UploadSightings } from './upload-sightings.tsx';

const words = sightingsScreenWords.list;
const route = getRouteApi('/shell/sightings');

const columns: Column<Drift>[] = [
  {
    key: 'account',
    title: words.account,
    fixed: true,
    render: (row) => (
      <Link to="/sightings/$jurisdiction/$id" params={{ jurisdiction: row.jurisdiction, id: row.account.id }}>
        {row.account.name}
      </Link>
    ),
  },
  { key: 'platform', title: words.platform, render: (row) => row.platformName },
  { key: 'kind', title: words.difference, render: (row) => row.kindName },
  { key: 'filed', title: words.filed, render: (row) => row.filed },
  { key: 'seen', title: words.seen, render: (row) => row.seen },
  { key: 'host', title: words.host, render: (row) => row.host.name },
  {
    key: 'state',
    title: words.state,
    render: (row) => <StateTag tone={driftTones[row.state]}>{row.stateName}</StateTag>,
  },
  { key: 'lastSeen', title: words.lastSeen, render: (row) => fullDay(legalDay(new Date(row.lastSeenAt))) },
  { key: 'times', title: words.times, render: (row) => row.times, align: 'right', optional: true },
  { key: 'jurisdiction', title: words.jurisdiction, render: (row) => row.jurisdictionName, optional: true },
];

function Filters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = (key: 'q' | 'kind' | 'state') => (value: string | undefined) =>
    void navigate({ search: withFilter(search, key, value), replace: true });
  const filtered = Boolean(search.q || search.kind || search.state);
  return (
    <FilterBar onReset={filtered ? () => void navigate({ search: {} }) : undefined}>
      <Filter label={words.search} id="drifts-q">
        <TextFilter id="drifts-q" value={search.q} onCommit={set('q')} />
      </Filter>
      <Filter label={words.kind} id="drifts-kind">
        <Select
          id="drifts-kind"
          value={search.kind ?? ''}
          options={[
            { value: '', label: words.allKinds },
            ...Object.entries(driftKindNames).map(([value, label]) => ({ value, label })),
          ]}
          onChange={set('kind')}
        />
      </Filter>
      <Filter label={words.state} id="drifts-state">
        <Select
          id="drifts-state"
          value={search.state ?? ''}
          options={[
            { value: '', label: words.standing },
            ...Object.entries(driftStateNames).map(([value, label]) => ({ value, label })),
          ]}
          onChange={set('state')}
        />
      </Filter>
    </FilterBar>
  );
}

/** Everything that is on the platforms otherwise than it is filed. */
export function DriftList() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [uploading, setUploading] = useState(false);
  const { page = 1, ...filters } = search;
  const list = useQuery(driftsQuery({ ...filters, page, size: PAGE_SIZE }));
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        actions={<Button onClick={() => setUploading(true)}>{words.upload}</Button>}
      />
      <Filters />
      <LoadProblem error={list.error} onRetry={() => void list.refetch()} />
      {list.error ? null : (
        <DataTable
          name="drifts"
          label={words.label}
          columns={columns}
          rows={list.data?.items ?? []}
          rowKey={(row) => row.id}
          loading={list.isPending}
          empty={<EmptyState title={words.empty} hint={words.emptyHint} />}
          exportUrl={() => apiUrl('/drifts.xlsx', filters)}
          paging={{
            page,
            size: PAGE_SIZE,
            total: list.data?.total ?? 0,
            onPage: (to) => void navigate({ search: { ...search, page: to } }),
          }}
        />
      )}
      <UploadSightings open={uploading} onClose={() => setUploading(false)} />
    </>
  );
}
