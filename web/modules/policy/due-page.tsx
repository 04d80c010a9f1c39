import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { InputNumber, Select } from 'antd';
import { uiWords } from '../../../contracts/ui/words.ts';
import { policyScreenWords } from '../../../contracts/ui/words-policy.ts';
import { useSession } from '../../app/session.ts';
import { fullMoment, weekdayName } from '../../lib/day.ts';
import { DateField } from '../../ui/date-field.tsx';
import { DayStrip } from '../../ui/day-strip.tsx';
import { stripDays } from '../../ui/due-steps.ts';
import { Filter, FilterBar } from '../../ui/filter-bar.tsx';
import { LoadProblem } from '../../ui/load-problem.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { dueQuery } from './calls.ts';
import { PolicyNav } from './policy-nav.tsx';

const words = policyScreenWords.due;
const route = getRouteApi('/shell/policy/due');

type Unit = keyof typeof words.units;

function Answer({ from, n, unit }: { from: string; n: string; unit: Unit }) {
  const answer = useQuery(dueQuery({ from, term: `${n}${unit}` }));
  if (answer.error) return <LoadProblem error={answer.error} />;
  if (!answer.data) return null;
  const { due, provisional, steps } = answer.data;
  return (
    <section className="jz-card" aria-live="polite">
      <p className="jz-due-answer">
        {words.answer(fullMoment(from), `${n}${words.units[unit]}`)} → <strong>{fullMoment(due)}</strong>{' '}
        {weekdayName(due)} {provisional ? <StateTag tone="warn">{uiWords.due.provisional}</StateTag> : null}
      </p>
      {provisional ? <p className="jz-due-provisional">{uiWords.due.provisionalHint}</p> : null}
      <DayStrip days={stripDays(steps, due)} />
    </section>
  );
}

/** A calculator of due days that shows its work. */
export function DuePage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { today } = useSession();
  const from = search.from ?? today;
  const n = search.n ?? '7';
  const unit = (search.unit ?? 'wd') as Unit;
  const set = (part: { from?: string; n?: string; unit?: string }) =>
    void navigate({ search: { ...search, ...part }, replace: true });
  return (
    <>
      <PageHeader title={policyScreenWords.nav.due} lead={words.lead} />
      <PolicyNav />
      <FilterBar>
        <Filter label={words.from} id="due-from">
          <DateField id="due-from" value={from} onChange={(day) => set({ from: day || today })} />
        </Filter>
        <Filter label={words.n} id="due-n">
          <InputNumber
            id="due-n"
            min={1}
            max={3650}
            precision={0}
            value={Number(n)}
            onChange={(value) => value && set({ n: String(value) })}
          />
        </Filter>
        <Filter label={words.unit} id="due-unit">
          <Select
            id="due-unit"
            value={unit}
            options={Object.entries(words.units).map(([value, label]) => ({ value, label }))}
            onChange={(value) => set({ unit: value })}
          />
        </Filter>
      </FilterBar>
      <Answer from={from} n={n} unit={unit} />
    </>
  );
}
