import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Select } from 'antd';
import type { GapPage, GapWire } from '../../../contracts/stewardship/wire.ts';
import { gapStateNames, recordKindNames } from '../../../contracts/stewardship/words.ts';
import { stewardshipScreenWords } from '../../../contracts/ui/words-stewardship.ts';
import { ScreenLink } from '../../app/screen-link.tsx';
import { fullDay } from '../../lib/day.ts';
import { withFilter } from '../../lib/search.ts';
import { BasisTag } from '../../ui/basis-tag.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Filter, FilterBar } from '../../ui/filter-bar.tsx';
import { LoadProblem } from '../../ui/load-problem.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { gapsExportUrl, gapsQuery } from './calls.ts';
import { gapTones } from './gap-tones.ts';
import './stewardship.css';

const words = stewardshipScreenWords.warnings;
const route = getRouteApi('/shell/stewardship');
const PAGE_SIZE = 50;

const columns: Column<GapWire>[] = [
  {
    key: 'message',
    title: words.message,
    fixed: true,
    width: 320,
    render: (gap) => (
      <>
        {gap.message} {gap.basis.length > 0 ? <BasisTag basis={gap.basis} about={gap.title} /> : null}
      </>
    ),
  },
  {
    key: 'state',
    title: words.state,
    width: 100,
    render: (gap) => <StateTag tone={gapTones[gap.state]}>{gapStateNames[gap.state]}</StateTag>,
  },
  { key: 'kind', title: words.kind, render: (gap) => recordKindNames[gap.kind] },
  { key: 'host', title: words.host, render: (gap) => gap.host.name },
  { key: 'account', title: words.account, render: (gap) => gap.account?.name ?? '' },
  {
    key: 'platform',
    title: words.platform,
    optional: true,
    render: (gap) => gap.account?.platformName ?? '',
  },
  { key: 'due', title: words.due, render: (gap) => (gap.due ? fullDay(gap.due) : '') },
  {
    key: 'open',
    title: words.open,
    render: (gap) => (
      <ScreenLink href={gap.href} aria-label={words.openOf(gap.account?.name ?? gap.host.name)}>
        {words.open}
      </ScreenLink>
    ),
  },
];

const options = (all: string, names: Readonly<Record<string, string>>) => [
  { value: '', label: all },
  ...Object.entries(names).map(([value, label]) => ({ value, label })),
];

function Filters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = (key: 'state' | 'kind') => (value: string) =>
    void navigate({ search: withFilter(search, key, value), replace: true });
  const active = Boolean(search.state || search.kind);
  return (
    <FilterBar {...(active ? { onReset: () => void navigate({ search: {} }) } : {})}>
      <Filter label={words.state} id="gaps-state">
        <Select
          id="gaps-state"
          value={search.state ?? ''}
          options={options(words.allStates, gapStateNames)}
          onChange={set('state')}
        />
      </Filter>
      <Filter label={words.kind} id="gaps-kind">
        <Select
          id="gaps-kind"
          value={search.kind ?? ''}
          options={options(words.allKinds, recordKindNames)}
          onChange={set('kind')}
        />
      </Filter>
    </FilterBar>
  );
}

function Counts({ counts }: { counts: GapPage['counts'] }) {
  const navigate = route.useNavigate();
  if (counts.length === 0) return null;
  return (
    <ul className="jz-gap-counts" aria-label={words.counts}>
      {counts.map(({ kind, kindName, state, n, accounts }) => (
        <li key={`${kind} ${state}`}>
          <button
            type="button"
            className="jz-gap-count"
            onClick={() => void navigate({ search: { kind, state } })}
          >
            <span>
              {kindName} <StateTag tone={gapTones[state]}>{gapStateNames[state]}</StateTag>
            </span>
            <span className="jz-soft">{words.count(n, accounts)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What is missing, vacant or due in all that the person sees, with the counts. */
export function WarningsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { page = 1, ...filters } = search;
  const list = useQuery(gapsQuery({ ...filters, page, size: PAGE_SIZE }));
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} />
      <Counts counts={list.data?.counts ?? []} />
      <Filters />
      <LoadProblem error={list.error} onRetry={() => void list.refetch()} />
      {list.error ? null : (
        <DataTable
          name="gaps"
          label={words.list}
          columns={columns}
          rows={list.data?.items ?? []}
          rowKey={(gap) => gap.key}
          loading={list.isPending}
          empty={<EmptyState title={words.empty} />}
          exportUrl={() => gapsExportUrl(filters)}
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
