import { Button } from 'antd';
import { useState } from 'react';
import { changed, created, type UnitDetailWire } from '../../../contracts/directory/wire.ts';
import { oversightNames, unitRoleNames } from '../../../contracts/directory/words.ts';
import { uiWords } from '../../../contracts/ui/words.ts';
import { directoryScreenWords } from '../../../contracts/ui/words-directory.ts';
import { useSession } from '../../app/session.ts';
import { fullDay } from '../../lib/day.ts';
import { FormPanel } from '../../ui/form-panel.tsx';
import { choices, textOf, textOrNull } from './typed.ts';
import { useDirectoryCommand } from './use-directory-command.ts';

const words = directoryScreenWords.unit;
const actions = directoryScreenWords.actions;
const labels = directoryScreenWords.fields;

type Role = UnitDetailWire['roles'][number];

function AssignRole({ unit, onClose }: { unit: UnitDetailWire; onClose: () => void }) {
  const { today } = useSession();
  const send = useDirectoryCommand();
  return (
    <FormPanel
      title={actions.assignRole}
      open
      fields={[
        { key: 'role', label: labels.role, type: 'select', required: true, options: choices(unitRoleNames) },
        {
          key: 'detail',
          label: labels.detail,
          type: 'select',
          options: choices(oversightNames),
          hint: labels.detailHint,
        },
        { key: 'over', label: labels.over, required: true, maxLength: 40, hint: labels.overHint },
        { key: 'fromDay', label: labels.fromDay, type: 'date', required: true },
        { key: 'toDay', label: labels.toDay, type: 'date', hint: labels.toDayHint },
      ]}
      initial={{ over: unit.jurisdiction, fromDay: today }}
      action={actions.assignRole}
      onClose={onClose}
      onSubmit={async (typed) => {
        await send('POST', `/units/${unit.id}/roles`, created, {
          role: textOf(typed, 'role'),
          detail: textOrNull(typed, 'detail'),
          over: textOf(typed, 'over'),
          fromDay: textOf(typed, 'fromDay'),
          toDay: textOrNull(typed, 'toDay'),
        });
        onClose();
      }}
    />
  );
}

function EndRole({ role, onClose }: { role: Role; onClose: () => void }) {
  const { today } = useSession();
  const send = useDirectoryCommand();
  return (
    <FormPanel
      title={actions.endRole}
      open
      fields={[{ key: 'toDay', label: labels.toDay, type: 'date', required: true }]}
      initial={{ toDay: today }}
      action={actions.endRole}
      onClose={onClose}
      onSubmit={async (typed) => {
        await send('POST', `/roles/${role.id}/end`, changed, { toDay: textOf(typed, 'toDay') });
        onClose();
      }}
    />
  );
}

/** What the unit is for an area: its supervisor, an executing body, a department that reads and guides. */
export function UnitRoles({ unit, roleName }: { unit: UnitDetailWire; roleName: (role: string) => string }) {
  const [assigning, setAssigning] = useState(false);
  const [ending, setEnding] = useState<Role | null>(null);
  if (unit.roles.length === 0 && !unit.abilities.assignRole) return null;
  return (
    <section className="jz-card">
      <div className="jz-unit-head">
        <h2>{words.roles}</h2>
        {unit.abilities.assignRole ? (
          <Button onClick={() => setAssigning(true)}>{actions.assignRole}</Button>
        ) : null}
      </div>
      {unit.roles.length === 0 ? <p className="jz-soft">{uiWords.none}</p> : null}
      <ul className="jz-lines">
        {unit.roles.map((role) => (
          <li key={role.id} className="jz-holder">
            <span>
              {words.rolesOver(roleName(role.role), role.overName)}
              {role.detail ? `（${oversightNames[role.detail]}）` : ''}
            </span>
            <span className="jz-soft">
              {words.since(fullDay(role.fromDay))}
              {role.toDay ? words.until(fullDay(role.toDay)) : ''}
            </span>
            {role.abilities.end ? (
              <Button size="small" type="link" onClick={() => setEnding(role)}>
                {actions.endRole}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {assigning ? <AssignRole unit={unit} onClose={() => setAssigning(false)} /> : null}
      {ending ? <EndRole role={ending} onClose={() => setEnding(null)} /> : null}
    </section>
  );
}
