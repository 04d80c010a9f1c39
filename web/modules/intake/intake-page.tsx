import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { IntakeWire } from '../../../contracts/intake/wire.ts';
import { intakeScreenWords } from '../../../contracts/ui/words-intake.ts';
import { LoadProblem } from '../../ui/load-problem.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { intakeQuery } from './calls.ts';
import { ColumnMapping } from './column-mapping.tsx';
import { intakeTones } from './intake-tones.ts';
import { ProblemList } from './problem-list.tsx';
import { RunIntake } from './run-intake.tsx';
import { UndoIntake } from './undo-intake.tsx';
import './intake.css';

const words = intakeScreenWords.one;
const route = getRouteApi('/shell/imports/$jurisdiction/$id');

/** One import, step by step: what the columns mean, what is wrong, taking it in, taking it back. */
export function IntakePage() {
  const { jurisdiction, id } = route.useParams();
  const query = useQuery(intakeQuery(jurisdiction, id));
  const intake = query.data;
  return (
    <>
      <PageHeader
        title={intake ? words.title(intake.fileName) : intakeScreenWords.title}
        above={
          <>
            <Link to="/imports">{intakeScreenWords.all}</Link>
            {intake ? <StateTag tone={intakeTones[intake.state]}>{intake.stateName}</StateTag> : null}
          </>
        }
        lead={intake && intake.state === 'checked' ? words.lead(intake.rows, intake.faulty) : undefined}
      />
      <LoadProblem error={query.error} onRetry={() => void query.refetch()} />
      {intake ? <Steps intake={intake} /> : null}
    </>
  );
}

/** Before the work its steps in order; afterwards what came of it first. */
function Steps({ intake }: { intake: IntakeWire }) {
  return intake.state === 'checked' ? (
    <>
      <ColumnMapping key={intake.version} intake={intake} />
      <ProblemList intake={intake} />
      <RunIntake intake={intake} />
    </>
  ) : (
    <>
      <RunIntake intake={intake} />
      <UndoIntake intake={intake} />
      <ProblemList intake={intake} />
    </>
  );
}
