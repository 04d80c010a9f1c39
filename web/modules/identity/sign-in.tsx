import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { session as sessionSchema, signInWays } from '../../../contracts/identity/wire.ts';
import { uiWords } from '../../../contracts/ui/words.ts';
import { identityScreenWords } from '../../../contracts/ui/words-identity.ts';
import { get, post, setCsrf } from '../../lib/api.ts';
import { asProblem } from '../../lib/problem.ts';
import { queryClient } from '../../lib/query-client.ts';
import { PlainField } from '../../ui/plain-field.tsx';
import { PlainPage } from '../../ui/plain-page.tsx';
import { ProblemSummary } from '../../ui/problem-summary.tsx';
import { DemoAccounts } from './demo-accounts.tsx';

const words = identityScreenWords.signIn;
const TOTP_NEEDED = 'identity.totp-needed';
const TOTP_CODES = [TOTP_NEEDED, 'identity.totp-wrong'];
const route = getRouteApi('/sign-in');

interface Credentials {
  userName: string;
  password: string;
  totp: string;
}

async function signIn({ userName, password, totp }: Credentials) {
  const body = { userName: userName.trim(), password, ...(totp ? { totp } : {}) };
  const session = await post('/session', { schema: sessionSchema, body });
  setCsrf(session.csrf);
  return session;
}

function useSignIn(back: string) {
  const navigate = route.useNavigate();
  return useMutation({
    mutationFn: signIn,
    onSuccess: async (session) => {
      queryClient.clear();
      queryClient.setQueryData(['session'], session);
      await navigate({ href: session.mustChangePassword ? '/password' : back });
    },
  });
}

interface FieldsProps {
  typed: Credentials;
  set: (part: Partial<Credentials>) => void;
  needsCode: boolean;
}

function Fields({ typed, set, needsCode }: FieldsProps) {
  const [shown, setShown] = useState(false);
  return (
    <>
      <PlainField
        label={words.userName}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        required
        maxLength={64}
        value={typed.userName}
        onChange={(event) => set({ userName: event.target.value })}
      />
      <PlainField
        label={words.password}
        name="password"
        type={shown ? 'text' : 'password'}
        autoComplete="current-password"
        required
        maxLength={256}
        value={typed.password}
        onChange={(event) => set({ password: event.target.value })}
      />
      <label className="jz-plain-check">
        <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
        {words.showPassword}
      </label>
      {needsCode ? (
        <PlainField
          label={words.totp}
          name="totp"
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern="\d{6}"
          maxLength={6}
          required
          autoFocus
          hint={words.totpHint}
          value={typed.totp}
          onChange={(event) => set({ totp: event.target.value })}
        />
      ) : null}
    </>
  );
}

/** Sign-in with user name and password, the code of a second factor where one is on, or another provider. */
export function SignIn() {
  const search = route.useSearch();
  const back = search.return?.startsWith('/') && !search.return.startsWith('//') ? search.return : '/';
  const [typed, setTyped] = useState<Credentials>({ userName: '', password: '', totp: '' });
  const attempt = useSignIn(back);
  const ways = useQuery({
    queryKey: ['sign-in-ways'],
    queryFn: () => get('/sign-in-ways', { schema: signInWays }),
  });
  const problem = attempt.error ? asProblem(attempt.error) : null;
  const needsCode =
    (problem?.problems.some((each) => TOTP_CODES.includes(each.code)) ?? false) || typed.totp !== '';
  // The first half went well: the field for the code says so itself, and has the focus.
  const asksForCode = problem?.problems[0]?.code === TOTP_NEEDED;
  const set = (part: Partial<Credentials>) => setTyped((before) => ({ ...before, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!attempt.isPending) attempt.mutate(typed);
  };
  return (
    <PlainPage
      title={words.title}
      below={<DemoAccounts accounts={ways.data?.demo ?? []} onPick={(pick) => set({ ...pick, totp: '' })} />}
    >
      <p className="jz-plain-lead">{search.return && search.return !== '/' ? words.expired : words.lead}</p>
      {problem && !asksForCode ? (
        <ProblemSummary title={problem.problems[0]?.message ?? problem.detail} problems={[]} />
      ) : null}
      <form onSubmit={submit}>
        <Fields typed={typed} set={set} needsCode={needsCode} />
        <button
          type="submit"
          className="jz-button jz-button-primary jz-button-wide"
          aria-disabled={attempt.isPending}
        >
          {attempt.isPending ? words.submitting : words.submit}
        </button>
      </form>
      {ways.data?.openId ? (
        <p className="jz-sign-in-other">
          <a className="jz-button jz-button-wide" href={ways.data.openId.url}>
            {words.openId(ways.data.openId.name)}
          </a>
        </p>
      ) : null}
      <p className="jz-plain-hint jz-sign-in-other">{words.forgotten}</p>
      {ways.isError ? <p className="jz-plain-error">{uiWords.failure.network}</p> : null}
    </PlainPage>
  );
}
