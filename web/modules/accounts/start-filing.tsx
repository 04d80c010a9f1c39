import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button, Select, Skeleton } from 'antd';
import { type FilingPreview, filing as filingSchema } from '../../../contracts/accounts/wire.ts';
import { accountScreenWords } from '../../../contracts/ui/words-accounts.ts';
import { useSession } from '../../app/session.ts';
import { post } from '../../lib/api.ts';
import { BasisTag } from '../../ui/basis-tag.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { Filter } from '../../ui/filter-bar.tsx';
import { LoadProblem } from '../../ui/load-problem.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Warnings } from '../../ui/warnings.tsx';
import { BackfileNote } from './backfile-note.tsx';
import { previewQuery } from './calls.ts';
import { CheckList } from './check-list.tsx';
import { DutyList } from './duty-list.tsx';
import { RouteSteps } from './route-steps.tsx';
import './accounts.css';

const words = accountScreenWords.start;
const route = getRouteApi('/shell/filings/new');

function Needed({ preview }: { preview: FilingPreview }) {
  return (
    <section className="jz-card">
      <h2>{words.form}</h2>
      <FactList
        facts={[
          [words.form, preview.formTitle],
          [words.timingLabel, words.timing[preview.timing]],
        ]}
      />
      <h2>{words.attachments}</h2>
      {preview.attachments.length === 0 ? <p className="jz-soft">{words.none}</p> : null}
      <ul className="jz-bullets">
        {preview.attachments.map((slot) => (
          <li key={slot.label}>
            {slot.title} <BasisTag basis={slot.basis} about={slot.title} />
          </li>
        ))}
      </ul>
    </section>
  );
}

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
  return (
    <div className="jz-start">
      <div>
        <section className="jz-card">
          <h2>{words.eligible}</h2>
          {preview.abilities.start ? null : <p className="jz-route-problem">{words.notYet}</p>}
          <CheckList checks={preview.checks} />
        </section>
        <Needed preview={preview} />
      </div>
      <div>
        <section className="jz-card">
          <h2>
            {words.route} <BasisTag basis={preview.route.basis} about={words.route} />
          </h2>
          <RouteSteps route={preview.route} />
        </section>
        <DutyList duties={preview.duties} />
        {preview.warnings.length ? (
          <Warnings title={words.warnings}>
            <ul className="jz-bullets">
              {preview.warnings.map((warning) => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          </Warnings>
        ) : null}
      </div>
    </div>
  );
}

function useStart(unit: string, backfile: boolean) {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () =>
      post('/filings', { schema: filingSchema, body: { hostUnitId: unit, kind: 'open', backfile } }),
    onSuccess: ({ jurisdiction, id }) =>
      navigate({ to: '/filings/$jurisdiction/$id', params: { jurisdiction, id } }),
  });
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
  const start = useStart(unit, late);
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
