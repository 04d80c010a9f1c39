import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { changed, initialSignIn, type PersonDetailWire } from '../../../contracts/directory/wire.ts';
import { uiWords } from '../../../contracts/ui/words.ts';
import { directoryScreenWords } from '../../../contracts/ui/words-directory.ts';
import { fullDay } from '../../lib/day.ts';
import { asProblem } from '../../lib/problem.ts';
import { FactList } from '../../ui/fact-list.tsx';
import { FormPanel } from '../../ui/form-panel.tsx';
import { LoadProblem } from '../../ui/load-problem.tsx';
import { ProblemSummary } from '../../ui/problem-summary.tsx';
import { personQuery } from './calls.ts';
import { InitialSignIn } from './initial-sign-in.tsx';
import { textOf, textOrNull } from './typed.ts';
import { useDirectoryCommand } from './use-directory-command.ts';

const words = directoryScreenWords.people;
const actions = directoryScreenWords.actions;
const labels = directoryScreenWords.fields;

function standing(user: PersonDetailWire['user']): string {
  if (!user) return words.noUser;
  const parts = [
    user.disabled ? words.disabled : '',
    user.lockedMinutes > 0 ? words.locked(user.lockedMinutes) : '',
    user.neverSignedIn ? words.neverSignedIn : '',
    user.totp ? words.totp : '',
  ].filter(Boolean);
  return parts.join('；') || words.normal;
}

function Facts({ person }: { person: PersonDetailWire }) {
  const post = (each: PersonDetailWire['posts'][number]) =>
    `${each.unitName} ${each.title}（${fullDay(each.fromDay)}—${each.toDay ? fullDay(each.toDay) : ''}）`;
  return (
    <FactList
      facts={[
        [words.posts, person.posts.map(post).join('；')],
        [words.phone, person.phone],
        [labels.email, person.email],
        [words.staff, person.isStaff ? uiWords.yes : uiWords.no],
        [words.user, person.user?.userName],
        [words.state, standing(person.user)],
        ...(person.past.length ? [[words.past, person.past.map(post).join('；')] as const] : []),
      ]}
    />
  );
}

function UserActions({ person, onReset }: { person: PersonDetailWire; onReset: (initial: Initial) => void }) {
  const send = useDirectoryCommand();
  const [problem, setProblem] = useState<string | null>(null);
  const { abilities } = person;
  const act = (verb: 'unlock' | 'disable' | 'enable') => async () => {
    setProblem(null);
    await send('POST', `/people/${person.id}/${verb}`, changed).catch((error) =>
      setProblem(asProblem(error).detail),
    );
  };
  const reset = async () => {
    setProblem(null);
    await send('POST', `/people/${person.id}/reset-password`, initialSignIn)
      .then(onReset)
      .catch((error) => setProblem(asProblem(error).detail));
  };
  return (
    <>
      {problem ? <ProblemSummary title={problem} problems={[]} /> : null}
      <p className="jz-row">
        {abilities.resetPassword ? (
          <Button onClick={() => void reset()}>{actions.resetPassword}</Button>
        ) : null}
        {abilities.unlock ? <Button onClick={() => void act('unlock')()}>{actions.unlock}</Button> : null}
        {abilities.enable ? <Button onClick={() => void act('enable')()}>{actions.enable}</Button> : null}
        {abilities.disable ? (
          <Button danger onClick={() => void act('disable')()}>
            {actions.disable}
          </Button>
        ) : null}
      </p>
      {abilities.resetPassword ? <p className="jz-soft">{words.resetHint}</p> : null}
    </>
  );
}

interface Initial {
  userName: string;
  password: string;
}

function ChangePerson({ person, onClose }: { person: PersonDetailWire; onClose: () => void }) {
  const send = useDirectoryCommand();
  return (
    <FormPanel
      title={actions.changePerson}
      open
      fields={[
        { key: 'name', label: labels.personName, required: true, maxLength: 30 },
        { key: 'phone', label: labels.phone, required: true, maxLength: 20 },
        { key: 'email', label: labels.email, maxLength: 100 },
        { key: 'isStaff', label: labels.isStaff, type: 'checkbox' },
      ]}
      initial={{
        name: person.name,
        phone: person.phone ?? '',
        email: person.email ?? '',
        isStaff: person.isStaff,
      }}
      action={uiWords.save}
      onClose={onClose}
      onSubmit={async (typed) => {
        await send('PUT', `/people/${person.id}`, changed, {
          name: textOf(typed, 'name'),
          phone: textOf(typed, 'phone'),
          email: textOrNull(typed, 'email'),
          isStaff: typed.isStaff === true,
          version: person.version,
        });
        onClose();
      }}
    />
  );
}

/** One person: what they hold, how their user stands, and what an administrator may do about it. */
export function PersonPane({ id }: { id: string }) {
  const found = useQuery(personQuery(id));
  const [changing, setChanging] = useState(false);
  const [initial, setInitial] = useState<Initial | null>(null);
  if (found.error) return <LoadProblem error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton active />;
  const person = found.data;
  return (
    <div className="jz-stack">
      {initial ? <InitialSignIn {...initial} /> : null}
      <Facts person={person} />
      {person.abilities.change ? (
        <Button onClick={() => setChanging(true)}>{actions.changePerson}</Button>
      ) : null}
      <UserActions person={person} onReset={setInitial} />
      {changing ? <ChangePerson person={person} onClose={() => setChanging(false)} /> : null}
    </div>
  );
}
