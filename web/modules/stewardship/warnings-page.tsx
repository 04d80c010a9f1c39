import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { GapPage, GapWire } from '../../../contracts/stewardship/wire.ts';
import { gapStateNames, recordKindNames } from '../../../contracts/stewardship/words.ts';
import { stewardshipScreenWords } from '../../../contracts/ui/words-stewardship.ts';
import { ScreenLink } from '../../app/screen-link.tsx';
import { fullDay } from '../../lib/day.ts';
import { useListSearch } from '../../lib/use-list-search.ts';
import { BasisTag } from '../../ui/basis-tag.tsx';
import { ChoiceFilter } from '../../ui/choice-filter.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { ListTable } from '../../ui/list-table.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { gapsExportUrl, gapsQuery } from './calls.ts';
import { gapTones } from './gap-tones.ts';
import './stewardship.css';

const words = stewardshipScreenWords.warnings;
const route = getRouteApi('/shell/stewardship');

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

function Filters() {
  const { search, set, reset } = useListSearch(route);
  return (
    <FilterBar onReset={reset}>
      <ChoiceFilter
        id="gaps-state"
        label={words.state}
        all={words.allStates}
        names={gapStateNames}
        value={search.state}
        onChange={set('state')}
      />
      <ChoiceFilter
        id="gaps-kind"
        label={words.kind}
        all={words.allKinds}
        names={recordKindNames}
        value={search.kind}
        onChange={set('kind')}
      />
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
  const { filters, query, paging } = useListSearch(route);
  const list = useQuery(gapsQuery(query));
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} />
      <Counts counts={list.data?.counts ?? []} />
      <Filters />
      <ListTable
        list={list}
        paging={paging}
        name="gaps"
        label={words.list}
        columns={columns}
        rowKey={(gap) => gap.key}
        empty={<EmptyState title={words.empty} />}
        exportUrl={() => gapsExportUrl(filters)}
      />
    </>
  );
}
