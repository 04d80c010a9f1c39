import { useMutation, useQueryClient } from '@tanstack/react-query';
import { QRCode } from 'antd';
import { type FormEvent, useState } from 'react';
import type { z } from 'zod';
import { nothing, totpSetup } from '../../../contracts/identity/wire.ts';
import { identityScreenWords } from '../../../contracts/ui/words-identity.ts';
import { del, post, put } from '../../lib/api.ts';
import { PlainField } from '../../ui/plain-field.tsx';
import { Refusal } from '../../ui/refusal.tsx';
import './identity.css';

const words = identityScreenWords.totp;

interface AskProps<T> {
  label: string;
  action: string;
  type: 'code' | 'password';
  send: (typed: string) => Promise<T>;
  /** Told of the answer; without it the session is read again. */
  onDone?: (answer: T) => void;
}

/** One field and one button. */
function Ask<T>({ label, action, type, send, onDone }: AskProps<T>) {
  const client = useQueryClient();
  const [typed, setTyped] = useState('');
  const sending = useMutation({
    mutationFn: () => send(typed),
    onSuccess: (answer) => (onDone ? onDone(answer) : client.invalidateQueries({ queryKey: ['session'] })),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!sending.isPending) sending.mutate();
  };
  const code = {
    inputMode: 'numeric',
    pattern: '\\d{6}',
    maxLength: 6,
    autoComplete: 'one-time-code',
  } as const;
  const password = { type: 'password', maxLength: 256, autoComplete: 'current-password' } as const;
  return (
    <form onSubmit={submit}>
      <Refusal error={sending.error} />
      <PlainField
        label={label}
        required
        {...(type === 'code' ? code : password)}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <button type="submit" className="jz-button" aria-disabled={sending.isPending}>
        {action}
      </button>
    </form>
  );
}

function SwitchOn() {
  const [setup, setSetup] = useState<z.infer<typeof totpSetup>>();
  if (!setup)
    return (
      <Ask
        key="password"
        label={words.passwordToEnable}
        action={words.enable}
        type="password"
        send={(password) => post('/session/totp', { schema: totpSetup, body: { password } })}
        onDone={setSetup}
      />
    );
  return (
    <>
      <p>{words.secret}</p>
      <QRCode value={setup.uri} size={180} aria-label={words.qr} />
      <p>
        <code className="jz-secret">{setup.secret}</code>
      </p>
      <p>
        <a href={setup.uri}>{words.openApp}</a>
      </p>
      <Ask
        key="code"
        label={words.code}
        action={words.confirm}
        type="code"
        send={(code) => put('/session/totp', { schema: nothing, body: { code } })}
      />
    </>
  );
}

/** The second factor: switched on with an authenticator app, switched off with the password. */
export function SecondFactor({ enabled }: { enabled: boolean }) {
  return (
    <section className="jz-second-factor">
      <h3>
        {words.title} <span className="jz-soft">{enabled ? words.on : words.off}</span>
      </h3>
      <p className="jz-soft">{words.explain}</p>
      {enabled ? (
        <Ask
          label={words.passwordToDisable}
          action={words.disable}
          type="password"
          send={(password) => del('/session/totp', { schema: nothing, body: { password } })}
        />
      ) : (
        <SwitchOn />
      )}
    </section>
  );
}
