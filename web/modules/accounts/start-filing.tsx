import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Select, Skeleton } from 'antd';
import type { FilingPreview } from '../../../contracts/accounts/wire.ts';
import { accountScreenWords } from '../../../contracts/ui/words-accounts.ts';
import { useSession } from '../../app/session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Filter } from '../../ui/filter-bar.tsx';
import { LoadProblem } from '../../ui/load-problem.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { BackfileNote } from './backfile-note.tsx';
import { previewQuery } from './calls.ts';
import { CheckList } from './check-list.tsx';
import { useStartFiling } from './use-start-filing.ts';
import { WayPreview } from './way-preview.tsx';
import './accounts.css';

const words = accountScreenWords.start;
const route = getRouteApi('/shell/filings/new');

function Barred({ preview }: { preview: FilingPreview }) {
  return (
    <section className="jz-card">
      <h2>{words.eligible}</h2>
      <p className="jz-route-problem">{words.cannot}</p>
      <CheckList checks={preview.checks.filter(({ id }) => id !== 'route')} />
    </section>
  );
}

/** Checks of the unit itself: where one fails, filling a vacant post of the route would help nobody. */
const OF_THE_UNIT = ['unit-nature', 'unit-level', 'no-section-unit'];

function Preview({ preview }: { preview: FilingPreview }) {
  const barred = preview.checks.some(({ id, outcome }) => OF_THE_UNIT.includes(id) && outcome === 'unmet');
  if (barred) return <Barred preview={preview} />;
  return <WayPreview preview={preview} conditions={{ title: words.eligible, notYet: words.notYet }} />;
}

/** Before the first word is typed: whether the unit may open an account, by which route, with which papers. */
export function StartFiling() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { posts } = useSession();
  const units = [...new Map(posts.map((held) => [held.unitId, held.unitName])).entries()];
  const unit = search.unit ?? units[0]?.[0] ?? '';
  const late = search.way === 'backfile';
  const preview = useQuery({ ...previewQuery(unit, late), enabled: unit !== '' });
  const start = useStartFiling({ kind: 'open', hostUnitId: unit, backfile: late });
  if (units.length === 0) return <EmptyState title={words.noUnits} hint={words.noUnitsHint} />;
  const may = preview.data?.abilities.start ?? false;
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        above={<Link to="/filings">← {accountScreenWords.filing.back}</Link>}
      />
      <div className="jz-filters">
        <Filter label={words.unit} id="start-unit">
          <Select
            id="start-unit"
            value={unit}
            style={{ minWidth: 280 }}
            options={units.map(([value, label]) => ({ value, label }))}
            onChange={(value) => void navigate({ search: { unit: value }, replace: true })}
          />
        </Filter>
        {preview.data?.backfile ? (
          <Filter label={words.way} id="start-way">
            <Select
              id="start-way"
              value={late ? 'backfile' : 'open'}
              style={{ minWidth: 240 }}
              options={Object.entries(words.ways).map(([value, label]) => ({ value, label }))}
              onChange={(way) => void navigate({ search: { unit, way }, replace: true })}
            />
          </Filter>
        ) : null}
        <Button type="primary" disabled={!may} loading={start.isPending} onClick={() => start.mutate()}>
          {words.begin}
        </Button>
      </div>
      <LoadProblem error={preview.error ?? start.error} />
      {preview.isPending ? <Skeleton active /> : null}
      {late && preview.data?.backfile ? <BackfileNote backfile={preview.data.backfile} /> : null}
      {preview.data ? <Preview preview={preview.data} /> : null}
    </>
  );
}
