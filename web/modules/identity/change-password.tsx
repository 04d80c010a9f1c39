import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import {
  changePasswordBody,
  type Session,
  session as sessionSchema,
} from '../../../contracts/identity/wire.ts';
import { uiWords } from '../../../contracts/ui/words.ts';
import { identityScreenWords } from '../../../contracts/ui/words-identity.ts';
import { useSession } from '../../app/session.ts';
import { put, setCsrf } from '../../lib/api.ts';
import { asProblem } from '../../lib/problem.ts';
import { queryClient } from '../../lib/query-client.ts';
import { PlainField } from '../../ui/plain-field.tsx';
import { PlainPage } from '../../ui/plain-page.tsx';
import { Refusal } from '../../ui/refusal.tsx';
import { PasswordRules } from './password-rules.tsx';

const words = identityScreenWords.password;
const EMPTY = { current: '', next: '', again: '' };

async function change(body: { current: string; next: string }): Promise<Session> {
  const session = await put('/session/password', {
    schema: sessionSchema,
    body: changePasswordBody.parse(body),
  });
  setCsrf(session.csrf);
  return session;
}

const FIELDS = [
  { key: 'current', label: words.current, complete: 'current-password' },
  { key: 'next', label: words.next, complete: 'new-password' },
  { key: 'again', label: words.again, complete: 'new-password' },
] as const;

interface FieldsProps {
  typed: typeof EMPTY;
  set: (part: Partial<typeof EMPTY>) => void;
  errorOf: (field: string) => string | undefined;
}

function Fields({ typed, set, errorOf }: FieldsProps) {
  return (
    <>
      {FIELDS.map(({ key, label, complete }) => (
        <PlainField
          key={key}
          id={`password-${key}`}
          label={label}
          type="password"
          autoComplete={complete}
          required
          maxLength={256}
          error={errorOf(key)}
          value={typed[key]}
          onChange={(event) => set({ [key]: event.target.value })}
        />
      ))}
    </>
  );
}

/** A new password by the rules in force, shown with their basis; forced at first sign-in and when the interval is over. */
export function ChangePassword() {
  const session = useSession();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(EMPTY);
  const [mismatch, setMismatch] = useState(false);
  const saving = useMutation({
    mutationFn: change,
    onSuccess: async (fresh) => {
      queryClient.setQueryData(['session'], fresh);
      await navigate({ to: '/' });
    },
  });
  const problem = saving.error ? asProblem(saving.error) : null;
  const errorOf = (field: string) =>
    field === 'again' && mismatch
      ? words.mismatch
      : problem?.problems.find((each) => each.field === field)?.message;
  const set = (part: Partial<typeof EMPTY>) => setTyped((before) => ({ ...before, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const differs = typed.next !== typed.again;
    setMismatch(differs);
    if (!differs && !saving.isPending) saving.mutate({ current: typed.current, next: typed.next });
  };
  return (
    <PlainPage title={words.title}>
      <p className="jz-plain-lead">{session.mustChangePassword ? words.forced : session.userName}</p>
      <Refusal error={saving.error} fieldId={(field) => `password-${field}`} />
      <PasswordRules rules={session.passwordRules} typed={typed.next} />
      <form onSubmit={submit}>
        <input type="text" name="username" autoComplete="username" value={session.userName} readOnly hidden />
        <Fields typed={typed} set={set} errorOf={errorOf} />
        <button
          type="submit"
          className="jz-button jz-button-primary jz-button-wide"
          aria-disabled={saving.isPending}
        >
          {saving.isPending ? words.submitting : words.submit}
        </button>
      </form>
      {session.mustChangePassword ? null : (
        <p className="jz-sign-in-other">
          <a href="/">{uiWords.backToWorkbench}</a>
        </p>
      )}
    </PlainPage>
  );
}
