import { Button } from 'antd';
import { useState } from 'react';
import { changed, created, type UnitDetailWire } from '../../../contracts/directory/wire.ts';
import { uiWords } from '../../../contracts/ui/words.ts';
import { directoryScreenWords } from '../../../contracts/ui/words-directory.ts';
import { useSession } from '../../app/session.ts';
import { fullDay } from '../../lib/day.ts';
import { FormPanel } from '../../ui/form-panel.tsx';
import { choices, textOf, textOrNull } from './typed.ts';
import { useChildChoices } from './use-child-choices.ts';
import { useDirectoryCommand } from './use-directory-command.ts';

const words = directoryScreenWords.unit;
const actions = directoryScreenWords.actions;
const labels = directoryScreenWords.fields;

type Operator = UnitDetailWire['operators'][number];

function NameOperator({ unit, onClose }: { unit: UnitDetailWire; onClose: () => void }) {
  const { today } = useSession();
  const send = useDirectoryCommand();
  const sections = useChildChoices(unit.id);
  return (
    <FormPanel
      title={actions.nameOperator}
      open
      fields={[
        {
          key: 'kind',
          label: labels.operatorKind,
          type: 'select',
          required: true,
          options: choices(labels.operatorKinds),
        },
        { key: 'unitId', label: labels.operatorUnit, type: 'select', options: sections },
        { key: 'name', label: labels.operatorName, maxLength: 60 },
        { key: 'tasks', label: labels.tasks, type: 'longtext', required: true, maxLength: 400 },
        { key: 'contractNo', label: labels.contractNo, maxLength: 60 },
        { key: 'confidentialitySignedOn', label: labels.confidentiality, type: 'date' },
        { key: 'fromDay', label: labels.fromDay, type: 'date', required: true },
      ]}
      initial={{ kind: 'section', fromDay: today }}
      action={actions.nameOperator}
      onClose={onClose}
      onSubmit={async (typed) => {
        await send('POST', `/units/${unit.id}/operators`, created, {
          kind: textOf(typed, 'kind'),
          unitId: textOrNull(typed, 'unitId'),
          name: textOrNull(typed, 'name'),
          tasks: textOf(typed, 'tasks'),
          contractNo: textOrNull(typed, 'contractNo'),
          confidentialitySignedOn: textOrNull(typed, 'confidentialitySignedOn'),
          fromDay: textOf(typed, 'fromDay'),
        });
        onClose();
      }}
    />
  );
}

function EndOperator({ operator, onClose }: { operator: Operator; onClose: () => void }) {
  const { today } = useSession();
  const send = useDirectoryCommand();
  return (
    <FormPanel
      title={actions.endOperator}
      open
      fields={[{ key: 'toDay', label: labels.toDay, type: 'date', required: true }]}
      initial={{ toDay: today }}
      action={actions.endOperator}
      onClose={onClose}
      onSubmit={async (typed) => {
        await send('POST', `/operators/${operator.id}/end`, changed, { toDay: textOf(typed, 'toDay') });
        onClose();
      }}
    />
  );
}

/** Who runs accounts for the unit: a section of its own or an outside agency under contract. */
export function UnitOperators({ unit }: { unit: UnitDetailWire }) {
  const [naming, setNaming] = useState(false);
  const [ending, setEnding] = useState<Operator | null>(null);
  const may = unit.abilities.nameOperator;
  if (unit.operators.length === 0 && !may) return null;
  return (
    <section className="jz-card">
      <div className="jz-unit-head">
        <h2>{words.operators}</h2>
        {may ? <Button onClick={() => setNaming(true)}>{actions.nameOperator}</Button> : null}
      </div>
      {unit.operators.length === 0 ? <p className="jz-soft">{uiWords.none}</p> : null}
      <ul className="jz-post-list">
        {unit.operators.map((operator) => (
          <li key={operator.id}>
            <p className="jz-holder">
              <strong>{operator.name}</strong> {labels.operatorKinds[operator.kind]}
              {may && !operator.toDay ? (
                <Button size="small" type="link" onClick={() => setEnding(operator)}>
                  {actions.endOperator}
                </Button>
              ) : null}
            </p>
            <p className="jz-soft">
              {[operator.tasks, operator.contractNo, words.since(fullDay(operator.fromDay))]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
      {naming ? <NameOperator unit={unit} onClose={() => setNaming(false)} /> : null}
      {ending ? <EndOperator operator={ending} onClose={() => setEnding(null)} /> : null}
    </section>
  );
}
