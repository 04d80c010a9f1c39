import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Select, Skeleton } from 'antd';
import type { Holding } from '../../../contracts/policy/wire.ts';
import { policyScreenWords } from '../../../contracts/ui/words-policy.ts';
import { useSession } from '../../app/session.ts';
import { fullDay } from '../../lib/day.ts';
import { withFilter } from '../../lib/search.ts';
import { DateField } from '../../ui/date-field.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Filter, FilterBar } from '../../ui/filter-bar.tsx';
import { LoadProblem } from '../../ui/load-problem.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { TextFilter } from '../../ui/text-filter.tsx';
import { Warnings } from '../../ui/warnings.tsx';
import { holdsQuery } from './calls.ts';
import { HoldingItem } from './holding-item.tsx';
import { PolicyNav } from './policy-nav.tsx';

const words = policyScreenWords.holds;
const route = getRouteApi('/shell/policy/holds');

function Filters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { posts, today } = useSession();
  const units = [...new Map(posts.map((post) => [post.unitId, post.unitName])).entries()];
  const set = (key: 'unit' | 'on' | 'q' | 'state') => (value: string | undefined) =>
    void navigate({ search: withFilter(search, key, value), replace: true });
  return (
    <FilterBar>
      {units.length > 0 ? (
        <Filter label={words.unit} id="holds-unit">
          <Select
            id="holds-unit"
            value={search.unit ?? units[0]?.[0]}
            options={units.map(([value, label]) => ({ value, label }))}
            onChange={set('unit')}
          />
        </Filter>
      ) : null}
      <Filter label={words.on} id="holds-on">
        <DateField id="holds-on" value={search.on ?? today} onChange={set('on')} />
      </Filter>
      <Filter label={words.search} id="holds-q">
        <TextFilter id="holds-q" value={search.q} placeholder={words.searchHint} onCommit={set('q')} />
      </Filter>
      <Filter label={policyScreenWords.trace.status} id="holds-state">
        <Select
          id="holds-state"
          value={search.state ?? 'in-force'}
          options={[
            { value: 'in-force', label: words.onlyInForce },
            { value: 'all', label: words.all },
          ]}
          onChange={set('state')}
        />
      </Filter>
    </FilterBar>
  );
}

function Groups({ rules }: { rules: readonly Holding[] }) {
  const kinds = [...new Set(rules.map((rule) => rule.kind))];
  if (rules.length === 0) return <EmptyState title={words.empty} />;
  return (
    <>
      <ul className="jz-rule-kinds" aria-label={words.kinds}>
        {kinds.map((kind) => (
          <li key={kind}>
            <a href={`#kind-${kind}`}>{policyScreenWords.kinds[kind] ?? kind}</a>{' '}
            <span className="jz-soft">{rules.filter((rule) => rule.kind === kind).length}</span>
          </li>
        ))}
      </ul>
      {kinds.map((kind) => (
        <KindGroup key={kind} kind={kind} rules={rules.filter((rule) => rule.kind === kind)} />
      ))}
    </>
  );
}

function KindGroup({ kind, rules }: { kind: string; rules: readonly Holding[] }) {
  return (
    <section className="jz-rule-group" id={`kind-${kind}`}>
      <h2>{policyScreenWords.kinds[kind] ?? kind}</h2>
      <ul>
        {rules.map((rule) => (
          <HoldingItem key={rule.rule} holding={rule} />
        ))}
      </ul>
    </section>
  );
}

function matches(rule: Holding, q: string, state: string): boolean {
  if (state !== 'all' && rule.state !== 'in-force') return false;
  return !q || `${rule.title} ${rule.text} ${rule.basis.map((each) => each.article).join(' ')}`.includes(q);
}

/** What holds for a unit on a day, with basis and derivation. */
export function HoldsPage() {
  const search = route.useSearch();
  const { posts, today } = useSession();
  const unit = search.unit ?? (search.jurisdiction ? undefined : posts[0]?.unitId);
  const answer = useQuery(
    holdsQuery({
      on: search.on ?? today,
      ...(unit ? { unit } : {}),
      ...(search.jurisdiction ? { jurisdiction: search.jurisdiction } : {}),
    }),
  );
  const held = answer.data;
  const rules = held?.rules.filter((rule) => matches(rule, search.q ?? '', search.state ?? 'in-force')) ?? [];
  return (
    <>
      <PageHeader
        title={policyScreenWords.nav.holds}
        lead={held ? words.lead(held.unitName ?? held.jurisdiction.name, fullDay(held.on)) : undefined}
      />
      <PolicyNav />
      <Filters />
      <LoadProblem error={answer.error} onRetry={() => void answer.refetch()} />
      {answer.isPending ? <Skeleton active /> : null}
      {held?.warnings.length ? (
        <Warnings title={words.warnings}>
          <ul>
            {held.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </Warnings>
      ) : null}
      {held ? (
        <>
          <ol className="jz-levels" aria-label={words.levels}>
            {held.levels.map((level) => (
              <li key={level.code}>{level.name}</li>
            ))}
          </ol>
          <Groups rules={rules} />
        </>
      ) : null}
    </>
  );
}
