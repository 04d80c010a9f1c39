import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { z } from 'zod';
import type { clauseRow } from '../../../contracts/policy/wire.ts';
import { policyScreenWords } from '../../../contracts/ui/words-policy.ts';
import { useListSearch } from '../../lib/use-list-search.ts';
import { ChoiceFilter } from '../../ui/choice-filter.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Filter, FilterBar } from '../../ui/filter-bar.tsx';
import { LoadProblem } from '../../ui/load-problem.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateTag, type Tone } from '../../ui/state-tag.tsx';
import { TextFilter } from '../../ui/text-filter.tsx';
import { traceQuery } from './calls.ts';
import { PolicyNav } from './policy-nav.tsx';

const words = policyScreenWords.trace;
const route = getRouteApi('/shell/policy/trace');

type Clause = z.infer<typeof clauseRow>;

const tones: Record<Clause['status'], Tone> = {
  enforced: 'done',
  recorded: 'active',
  'not-enforced': 'plain',
};

const columns: Column<Clause>[] = [
  { key: 'id', title: words.id, render: (row) => row.id, fixed: true, width: 90 },
  { key: 'article', title: words.article, render: (row) => row.article, width: 170 },
  {
    key: 'summary',
    title: words.summary,
    render: (row) => (
      <>
        {row.summary}
        {row.note === null ? null : <div className="jz-soft">{row.note}</div>}
      </>
    ),
  },
  {
    key: 'status',
    title: words.status,
    render: (row) => <StateTag tone={tones[row.status]}>{words.statuses[row.status]}</StateTag>,
    width: 120,
  },
  { key: 'capability', title: words.capability, render: (row) => row.capability, optional: true },
  { key: 'where', title: words.where, render: (row) => <code>{row.where}</code>, optional: true },
  { key: 'test', title: words.test, render: (row) => row.test, optional: true },
];

function Filters({ regulations }: { regulations: readonly string[] }) {
  const { search, set } = useListSearch(route);
  return (
    <FilterBar>
      <ChoiceFilter
        id="trace-regulation"
        label={words.regulation}
        all={words.allRegulations}
        names={Object.fromEntries(regulations.map((name) => [name, name]))}
        value={search.regulation}
        onChange={set('regulation')}
      />
      <ChoiceFilter
        id="trace-status"
        label={words.status}
        all={words.allStatuses}
        names={words.statuses}
        value={search.status}
        onChange={set('status')}
      />
      <Filter label={words.search} id="trace-q">
        <TextFilter id="trace-q" value={search.q} placeholder={words.searchHint} onCommit={set('q')} />
      </Filter>
    </FilterBar>
  );
}

/** Every clause of the regulations and how it is carried out here. */
export function TracePage() {
  const search = route.useSearch();
  const trace = useQuery(traceQuery);
  const items = trace.data?.items ?? [];
  const shown = items.filter(
    (row) =>
      (!search.regulation || row.regulation === search.regulation) &&
      (!search.status || row.status === search.status) &&
      (!search.q || `${row.id} ${row.article} ${row.summary}`.includes(search.q)),
  );
  const counts = trace.data?.counts;
  return (
    <>
      <PageHeader title={policyScreenWords.nav.trace} lead={words.lead} />
      <PolicyNav />
      <Filters regulations={[...new Set(items.map((row) => row.regulation))]} />
      <LoadProblem error={trace.error} onRetry={() => void trace.refetch()} />
      {trace.error ? null : (
        <DataTable
          name="trace"
          label={words.list}
          columns={columns}
          rows={shown}
          rowKey={(row) => row.id}
          loading={trace.isPending}
          tools={
            counts ? <span>{words.counts(counts.enforced, counts.recorded, counts.notEnforced)}</span> : null
          }
        />
      )}
    </>
  );
}
