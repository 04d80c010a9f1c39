import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { Drift } from '../../../contracts/sightings/wire.ts';
import { driftKindNames, driftStateNames } from '../../../contracts/sightings/words.ts';
import { sightingsScreenWords } from '../../../contracts/ui/words-sightings.ts';
import { apiUrl } from '../../lib/api.ts';
import { fullDay, legalDay } from '../../lib/day.ts';
import { useListSearch } from '../../lib/use-list-search.ts';
import { ChoiceFilter } from '../../ui/choice-filter.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Filter, FilterBar } from '../../ui/filter-bar.tsx';
import { ListTable } from '../../ui/list-table.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { TextFilter } from '../../ui/text-filter.tsx';
import { driftsQuery } from './calls.ts';
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
  const { search, set, reset } = useListSearch(route);
  return (
    <FilterBar onReset={reset}>
      <Filter label={words.search} id="drifts-q">
        <TextFilter id="drifts-q" value={search.q} onCommit={set('q')} />
      </Filter>
      <ChoiceFilter
        id="drifts-kind"
        label={words.kind}
        all={words.allKinds}
        names={driftKindNames}
        value={search.kind}
        onChange={set('kind')}
      />
      <ChoiceFilter
        id="drifts-state"
        label={words.state}
        all={words.standing}
        names={driftStateNames}
        value={search.state}
        onChange={set('state')}
      />
    </FilterBar>
  );
}

/** Everything that is on the platforms otherwise than it is filed. */
export function DriftList() {
  const { filters, query, paging } = useListSearch(route);
  const [uploading, setUploading] = useState(false);
  const list = useQuery(driftsQuery(query));
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        actions={<Button onClick={() => setUploading(true)}>{words.upload}</Button>}
      />
      <Filters />
      <ListTable
        list={list}
        paging={paging}
        name="drifts"
        label={words.label}
        columns={columns}
        rowKey={(row) => row.id}
        empty={<EmptyState title={words.empty} hint={words.emptyHint} />}
        exportUrl={() => apiUrl('/drifts.xlsx', filters)}
      />
      <UploadSightings open={uploading} onClose={() => setUploading(false)} />
    </>
  );
}
