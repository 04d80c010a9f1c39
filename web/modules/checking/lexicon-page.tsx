import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useState } from 'react';
import type { LexiconWire } from '../../../contracts/checking/wire.ts';
import { checkingScreenWords } from '../../../contracts/ui/words-checking.ts';
import { fullInstant } from '../../lib/day.ts';
import { PAGE_SIZE, withFilter } from '../../lib/search.ts';
import { Filter, FilterBar } from '../../ui/filter-bar.tsx';
import { LoadProblem } from '../../ui/load-problem.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { TextFilter } from '../../ui/text-filter.tsx';
import { AddEntry } from './add-entry.tsx';
import { lexiconPlacesQuery, lexiconQuery } from './calls.ts';
import { CheckListsSection } from './check-lists.tsx';
import { CheckingNav } from './checking-nav.tsx';
import { LexiconEntries } from './lexicon-entries.tsx';
import './lexicon.css';

const words = checkingScreenWords.lexicon;
const route = getRouteApi('/shell/checks/lexicon');

function History({ changes }: Pick<LexiconWire, 'changes'>) {
  if (changes.length === 0) return null;
  return (
    <section className="jz-card">
      <h2>{words.history}</h2>
      <ol className="jz-lexicon-history">
        {changes.map(({ version, action, term, reason, at, by }) => (
          <li key={version}>
            {words.changeLine(version, words.changes[action], term)}
            {reason ? `（${reason}）` : ''}
            <span className="jz-soft">{`　${words.by(by.name, by.post)}　${fullInstant(at)}`}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Shipped({ shipped }: Pick<LexiconWire, 'shipped'>) {
  if (shipped.length === 0) return null;
  return (
    <p className="jz-soft jz-lexicon-shipped">
      {words.shipped}：
      {shipped.map(({ title, version, entries }) => words.shippedLine(title, version, entries)).join('、')}
    </p>
  );
}

/** The lexicon of a jurisdiction: its entries from draft to retirement, and who changed what. */
export function LexiconPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [adding, setAdding] = useState(false);
  const places = useQuery(lexiconPlacesQuery);
  const items = places.data?.items ?? [];
  const jurisdiction = search.jurisdiction ?? items[0]?.code ?? '';
  const { page = 1, q } = search;
  const shown = useQuery(lexiconQuery(jurisdiction, { page, size: PAGE_SIZE, q }));
  const lexicon = shown.data;
  const set = (key: 'jurisdiction' | 'q') => (value: string | undefined) =>
    void navigate({ search: withFilter(search, key, value), replace: true });
  return (
    <>
      <PageHeader
        title={checkingScreenWords.nav.lexicon}
        lead={words.lead}
        actions={
          lexicon?.abilities.add ? (
            <Button type="primary" onClick={() => setAdding(true)}>
              {words.add}
            </Button>
          ) : null
        }
      />
      <CheckingNav />
      <FilterBar>
        <Filter label={words.place} id="lexicon-place">
          <Select
            id="lexicon-place"
            value={jurisdiction}
            options={items.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={set('jurisdiction')}
          />
        </Filter>
        <Filter label={words.search} id="lexicon-q">
          <TextFilter id="lexicon-q" value={q} onCommit={set('q')} />
        </Filter>
      </FilterBar>
      <LoadProblem error={places.error ?? shown.error} onRetry={() => void shown.refetch()} />
      {lexicon ? (
        <div className="jz-stack">
          {lexicon.abilities.add ? null : <p className="jz-soft">{words.readOnly}</p>}
          <Shipped shipped={lexicon.shipped} />
          <LexiconEntries
            lexicon={lexicon}
            loading={shown.isPending}
            onPage={(to) => void navigate({ search: { ...search, page: to } })}
          />
          <CheckListsSection jurisdiction={jurisdiction} />
          <History changes={lexicon.changes} />
          <AddEntry jurisdiction={jurisdiction} open={adding} onClose={() => setAdding(false)} />
        </div>
      ) : null}
    </>
  );
}
