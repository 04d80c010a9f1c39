import { Link } from '@tanstack/react-router';
import type { UnitDetailWire } from '../../../contracts/directory/wire.ts';
import {
  oversightNames,
  tierNames,
  unitKindNames,
  unitRoleNames,
} from '../../../contracts/directory/words.ts';
import { uiWords } from '../../../contracts/ui/words.ts';
import { directoryScreenWords } from '../../../contracts/ui/words-directory.ts';
import { fullDay } from '../../lib/day.ts';
import { FactList } from '../../ui/fact-list.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { UnitActions } from './unit-actions.tsx';
import { UnitContacts } from './unit-contacts.tsx';
import { UnitOperators } from './unit-operators.tsx';
import { UnitPosts } from './unit-posts.tsx';
import { UnitRoles } from './unit-roles.tsx';

const words = directoryScreenWords.unit;
const yes = (flag: boolean) => (flag ? uiWords.yes : uiWords.no);

function Reference({ unit }: { unit: { id: string; name: string } | null }) {
  return unit ? (
    <Link to="/directory" search={{ unit: unit.id }}>
      {unit.name}
    </Link>
  ) : (
    uiWords.none
  );
}

function Facts({ unit }: { unit: UnitDetailWire }) {
  return (
    <FactList
      facts={[
        [words.jurisdiction, unit.jurisdictionName],
        [words.kind, unitKindNames[unit.kind]],
        [words.tier, unit.tier ? tierNames[unit.tier] : ''],
        [words.code, unit.code],
        [words.supervisor, <Reference key="supervisor" unit={unit.supervisor} />],
        [words.executingBody, <Reference key="executing" unit={unit.executingBody} />],
        [words.guidedBy, <Reference key="guided" unit={unit.guidedBy} />],
        [
          words.oversight,
          unit.oversight.map((each) => `${each.name}（${oversightNames[each.detail]}）`).join('、'),
        ],
        [words.secret, yes(unit.secret)],
        [words.inward, yes(unit.inward)],
        [words.underPark, yes(unit.underPark)],
      ]}
    />
  );
}

/** One unit: what it is, whom it answers to, its posts and who holds them, its roles over areas. */
export function UnitPane({ unit }: { unit: UnitDetailWire }) {
  return (
    <>
      <section className="jz-card">
        <div className="jz-unit-head">
          <h2>{unit.name}</h2>
          {unit.closedOn ? <StateTag>{words.closedOn(fullDay(unit.closedOn))}</StateTag> : null}
          <UnitActions unit={unit} />
        </div>
        <p className="jz-soft">{unit.path.map((each) => each.name).join(' / ')}</p>
        <Facts unit={unit} />
      </section>
      <UnitPosts unit={unit} />
      <UnitRoles unit={unit} roleName={(role) => unitRoleNames[role] ?? role} />
      <UnitOperators unit={unit} />
      <UnitContacts unit={unit} />
    </>
  );
}
