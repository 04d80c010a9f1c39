import type { z } from 'zod';
import type { IntakeProblemWire, IntakeWire, intakeProblemPage } from '../../../contracts/intake/wire.ts';
import { intakeColumns, intakeStateNames, intakeWords } from '../../../contracts/intake/words.ts';
import type { Context } from '../../kernel/context.ts';
import { intakeAbilities } from './abilities.ts';
import type { Intake, RowProblem } from './model.ts';

export function intakeView(ctx: Context, intake: Intake): IntakeWire {
  return {
    id: intake.id,
    jurisdiction: intake.jurisdiction,
    jurisdictionName: ctx.geography.get(intake.jurisdiction)?.name ?? intake.jurisdiction,
    fileName: intake.fileName,
    state: intake.state,
    stateName: intakeStateNames[intake.state],
    headers: [...intake.headers],
    mapping: intake.mapping,
    remembered: intake.remembered,
    rows: intake.rows,
    faulty: intake.faulty,
    accepted: intake.accepted,
    taken: intake.taken,
    createdAt: intake.createdAt,
    createdByName: intake.createdByName,
    endedAt: intake.endedAt,
    undoneReason: intake.undoneReason,
    version: intake.version,
    abilities: intakeAbilities(ctx.actor, intake),
  };
}

/** A problem in words, with the column as it is called here. */
export function problemView(problem: RowProblem): IntakeProblemWire {
  const word = intakeWords[problem.code];
  return {
    row: problem.row,
    column: problem.column === null ? null : intakeColumns[problem.column].header,
    value: problem.value,
    code: problem.code,
    message: typeof word === 'function' ? word({ ...problem.facts }) : (word ?? problem.code),
  };
}

export function problemPageView(
  page: { readonly items: readonly RowProblem[]; readonly total: number },
  asked: { readonly page: number; readonly size: number },
): z.input<typeof intakeProblemPage> {
  return { ...asked, total: page.total, items: page.items.map(problemView) };
}
