import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Select, Skeleton } from 'antd';
import { useState } from 'react';
import type { CalendarYearView } from '../../../contracts/deadlines/wire.ts';
import { policyScreenWords } from '../../../contracts/ui/words-policy.ts';
import { useSession } from '../../app/session.ts';
import { shortDay } from '../../lib/day.ts';
import { FactList } from '../../ui/fact-list.tsx';
import { Filter } from '../../ui/filter-bar.tsx';
import { LoadProblem } from '../../ui/load-problem.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { CalendarEditor } from './calendar-editor.tsx';
import { calendarQuery } from './calls.ts';
import { PolicyNav } from './policy-nav.tsx';
import { YearPicture } from './year-picture.tsx';

const words = policyScreenWords.calendar;
const route = getRouteApi('/shell/policy/calendar');
const FIRST_YEAR = 2018;

function Notice({ year, onEdit }: { year: CalendarYearView; onEdit: () => void }) {
  return (
    <section className="jz-card">
      <FactList
        facts={[
          [
            words.source,
            <span key="source">
              {year.source}{' '}
              <StateTag tone={year.status === 'announced' ? 'done' : 'warn'}>
                {words.status[year.status]}
              </StateTag>
            </span>,
          ],
          ...year.holidays.map(
            ({ name, from, to }) =>
              [name, from === to ? shortDay(from) : words.span(shortDay(from), shortDay(to))] as const,
          ),
          [words.makeUp, year.makeUp.map(shortDay).join('、') || words.none],
        ]}
      />
      {year.mayUpdate ? (
        <p className="jz-calendar-edit">
          <Button onClick={onEdit}>{words.edit}</Button>
        </p>
      ) : null}
    </section>
  );
}

/** The working-day calendar of a year, and for an administrator its editing when the notice is out. */
export function CalendarPage() {
  const { today } = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [editing, setEditing] = useState(false);
  const thisYear = Number(today.slice(0, 4));
  const year = Number(search.year ?? thisYear);
  const found = useQuery(calendarQuery(year));
  const years = Array.from(
    { length: thisYear + 2 - FIRST_YEAR + 1 },
    (_, index) => FIRST_YEAR + index,
  ).reverse();
  return (
    <>
      <PageHeader title={policyScreenWords.nav.calendar} lead={words.lead} />
      <PolicyNav />
      <div className="jz-filters">
        <Filter label={words.year} id="calendar-year">
          <Select
            id="calendar-year"
            value={year}
            options={years.map((value) => ({ value, label: String(value) }))}
            onChange={(value) => {
              setEditing(false);
              void navigate({ search: { year: String(value) } });
            }}
          />
        </Filter>
      </div>
      <LoadProblem error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending ? <Skeleton active /> : null}
      {found.data && editing ? <CalendarEditor year={found.data} onDone={() => setEditing(false)} /> : null}
      {found.data && !editing ? (
        <>
          <Notice year={found.data} onEdit={() => setEditing(true)} />
          <YearPicture year={found.data} />
        </>
      ) : null}
    </>
  );
}
