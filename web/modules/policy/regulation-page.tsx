import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import type { z } from 'zod';
import type { Regulation, record, regulationDetail } from '../../../contracts/policy/wire.ts';
import { policyScreenWords } from '../../../contracts/ui/words-policy.ts';
import { fullDay } from '../../lib/day.ts';
import { withFilter } from '../../lib/search.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Filter, FilterBar } from '../../ui/filter-bar.tsx';
import { PageFailed } from '../../ui/page-failed.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { TextFilter } from '../../ui/text-filter.tsx';
import { regulationQuery } from './calls.ts';
import { sourceTones } from './policy-tones.ts';
import './policy.css';

const words = policyScreenWords.regulations;
const route = getRouteApi('/shell/policy/regulations/$pack');

type Entry = z.infer<typeof record>;

const columns: Column<Entry>[] = [
  { key: 'rule', title: words.rule, render: (row) => <strong>{row.title}</strong>, fixed: true, width: 220 },
  { key: 'text', title: words.text, render: (row) => <span className="jz-rule-text">{row.text}</span> },
  { key: 'article', title: words.article, render: (row) => row.basis.article, width: 120 },
  { key: 'summary', title: words.clauses, render: (row) => row.basis.summary, optional: true },
  { key: 'from', title: words.from, render: (row) => fullDay(row.from), width: 150 },
];

function Sources({ sources }: { sources: Regulation['sources'] }) {
  return (
    <section className="jz-card">
      <h2>{words.sources}</h2>
      <ul className="jz-sources">
        {sources.map((source) => (
          <li key={source.id}>
            <p>
              {source.title}{' '}
              <StateTag tone={sourceTones[source.state]}>{policyScreenWords.states[source.state]}</StateTag>
            </p>
            <p className="jz-regulation-facts">
              {source.number ? <span>{source.number}</span> : null}
              <span>{words.since(fullDay(source.from))}</span>
              {source.until ? <span>{words.untilDay(fullDay(source.until))}</span> : null}
              {source.assumed ? <span>{source.assumed}</span> : null}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Entries({ entries }: { entries: z.infer<typeof regulationDetail>['entries'] }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const q = search.q ?? '';
  const shown = entries.filter(
    (entry) =>
      !q || [entry.title, entry.text, entry.basis.article, entry.basis.summary].join(' ').includes(q),
  );
  return (
    <section className="jz-stack">
      <FilterBar>
        <Filter label={words.search} id="regulation-q">
          <TextFilter
            id="regulation-q"
            value={search.q}
            placeholder={words.searchHint}
            onCommit={(value) => void navigate({ search: withFilter(search, 'q', value), replace: true })}
          />
        </Filter>
      </FilterBar>
      <DataTable
        name="regulation"
        label={words.entries}
        columns={columns}
        rows={shown}
        rowKey={(row) => `${row.rule} ${row.from} ${row.basis.article} ${row.text}`}
      />
    </section>
  );
}

/** One regulation: its documents with their dates, and every value taken from it with its article. */
export function RegulationPage() {
  const { pack } = route.useParams();
  const found = useQuery(regulationQuery(pack));
  if (found.error) return <PageFailed error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton active />;
  const regulation = found.data;
  return (
    <>
      <PageHeader
        title={regulation.title}
        above={<Link to="/policy">← {words.back}</Link>}
        lead={`${regulation.jurisdiction.name} · ${words.version} ${regulation.version}`}
      />
      <div className="jz-stack">
        <Sources sources={regulation.sources} />
        <Entries entries={regulation.entries} />
      </div>
    </>
  );
}
