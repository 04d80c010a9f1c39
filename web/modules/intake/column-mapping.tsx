import { Button, Select } from 'antd';
import { useState } from 'react';
import type { IntakeWire, Mapping } from '../../../contracts/intake/wire.ts';
import { type IntakeColumn, intakeColumns } from '../../../contracts/intake/words.ts';
import { intakeScreenWords } from '../../../contracts/ui/words-intake.ts';
import { LoadProblem } from '../../ui/load-problem.tsx';
import { useIntakeCommand } from './use-intake-command.ts';

const words = intakeScreenWords.one;
const columns = Object.keys(intakeColumns) as IntakeColumn[];
const ABSENT = -1;

/** Which column of the sheet holds what: found by the headings, put right by hand. */
export function ColumnMapping({ intake }: { intake: IntakeWire }) {
  const [mapping, setMapping] = useState<Mapping>(intake.mapping);
  const command = useIntakeCommand<{ mapping: Mapping }>(intake, 'mapping');
  const options = [
    { value: ABSENT, label: words.absent },
    ...intake.headers.map((header, at) => ({ value: at, label: header || words.unnamed(at + 1) })),
  ];
  const choose = (column: IntakeColumn, at: number) => {
    const { [column]: _before, ...others } = mapping;
    setMapping(at === ABSENT ? others : { ...others, [column]: at });
  };
  const changed = columns.some((column) => mapping[column] !== intake.mapping[column]);
  return (
    <section className="jz-card jz-intake-step">
      <h2>{words.columns}</h2>
      {intake.remembered ? <p className="jz-soft">{words.remembered}</p> : null}
      <div className="jz-intake-columns">
        {columns.map((column) => (
          <div key={column} className="jz-filter">
            <label htmlFor={`intake-${column}`}>{intakeColumns[column].header}</label>
            <Select
              id={`intake-${column}`}
              value={mapping[column] ?? ABSENT}
              options={options}
              disabled={!intake.abilities.map}
              onChange={(at) => choose(column, at)}
            />
          </div>
        ))}
      </div>
      <LoadProblem error={command.error} />
      <div className="jz-intake-actions">
        <Button
          disabled={!changed || !intake.abilities.map}
          loading={command.isPending}
          onClick={() => command.mutate({ mapping })}
        >
          {words.recheck}
        </Button>
      </div>
    </section>
  );
}
