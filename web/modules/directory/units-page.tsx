import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { directoryScreenWords } from '../../../contracts/ui/words-directory.ts';
import { useSession } from '../../app/session.ts';
import { withFilter } from '../../lib/search.ts';
import { useNarrow } from '../../lib/use-narrow.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Filter, FilterBar } from '../../ui/filter-bar.tsx';
import { LoadProblem } from '../../ui/load-problem.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { TextFilter } from '../../ui/text-filter.tsx';
import { unitQuery, unitSearchQuery } from './calls.ts';
import { DirectoryNav } from './directory-nav.tsx';
import { UnitPane } from './unit-pane.tsx';
import { UnitTree } from './unit-tree.tsx';

const words = directoryScreenWords.units;
const route = getRouteApi('/shell/directory');

function SearchResults({ q }: { q: string }) {
  const found = useQuery(unitSearchQuery(q));
  if (found.error) return <LoadProblem error={found.error} />;
  if (!found.data) return <Skeleton active />;
  if (found.data.items.length === 0) return <EmptyState title={words.none} />;
  return (
    <ul className="jz-lines" aria-label={words.results}>
      {found.data.items.map((unit) => (
        <li key={unit.id}>
          <Link to="/directory" search={{ unit: unit.id, q }}>
            {unit.name}
          </Link>
          <p className="jz-soft">{unit.pathNames.join(' / ')}</p>
        </li>
      ))}
    </ul>
  );
}

function Chosen({ id }: { id: string }) {
  const unit = useQuery(unitQuery(id));
  if (unit.error) return <LoadProblem error={unit.error} onRetry={() => void unit.refetch()} />;
  if (!unit.data) return <Skeleton active />;
  return <UnitPane key={unit.data.id} unit={unit.data} />;
}

function useOpenBranches(chosen: string | undefined): ReadonlySet<string> | null {
  const unit = useQuery({ ...unitQuery(chosen ?? ''), enabled: chosen !== undefined });
  if (chosen && unit.isPending) return null;
  return new Set(unit.data?.path.map((each) => each.id) ?? []);
}

/** The units of the area: the tree or what was searched on one side, the chosen unit on the other. */
export function UnitsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const narrow = useNarrow();
  const { posts } = useSession();
  // A wide window shows one's own unit until another is chosen; a phone shows the tree first.
  const chosen = search.unit ?? (narrow || search.q ? undefined : posts[0]?.unitId);
  const open = useOpenBranches(chosen);
  const left = (
    <div className="jz-card jz-directory-tree">
      <FilterBar>
        <Filter label={words.search} id="units-q">
          <TextFilter
            id="units-q"
            value={search.q}
            placeholder={words.searchHint}
            onCommit={(value) => void navigate({ search: withFilter(search, 'q', value), replace: true })}
          />
        </Filter>
      </FilterBar>
      {search.q ? <SearchResults q={search.q} /> : null}
      {!search.q && open ? <UnitTree open={open} chosen={chosen} /> : null}
    </div>
  );
  return (
    <>
      <PageHeader title={directoryScreenWords.title} lead={words.lead} />
      <DirectoryNav />
      {narrow && search.unit ? (
        <p className="jz-directory-back">
          <Link to="/directory">← {words.backToTree}</Link>
        </p>
      ) : null}
      <div className="jz-directory">
        {narrow && search.unit ? null : left}
        <div>
          {chosen ? <Chosen id={chosen} /> : null}
          {!chosen && !narrow ? (
            <div className="jz-card">
              <EmptyState title={words.pick} />
            </div>
          ) : null}
        </div>
      </div>
    </>
  );
}
