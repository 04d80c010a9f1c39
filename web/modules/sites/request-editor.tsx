import { App, Button, Form } from 'antd';
import { useState } from 'react';
import type { ColumnRequestWire } from '../../../contracts/sites/wire-requests.ts';
import { siteScreenWords } from '../../../contracts/ui/words-sites.ts';
import { BasisTag } from '../../ui/basis-tag.tsx';
import { Refusal } from '../../ui/refusal.tsx';
import { useRequestCommand } from './use-request-command.ts';
import { type Wish, WishFields, wishBody, wishFieldId } from './wish-fields.tsx';

const words = siteScreenWords.request;

function Checks({ request }: { request: ColumnRequestWire }) {
  const { problems } = request;
  return (
    <section className="jz-card">
      <h2>{words.checks}</h2>
      {problems.length === 0 ? (
        <p className="jz-ready">{words.ready}</p>
      ) : (
        <p>{words.blocked(problems.length)}</p>
      )}
      <ul className="jz-bullets">
        {problems.map(({ code, message, basis }) => (
          <li key={`${code} ${message}`}>
            {message} <BasisTag basis={basis} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A request while it is the unit's turn: what it says, what still is missing, and the way to submit it. */
export function RequestEditor({ request }: { request: ColumnRequestWire }) {
  const { message } = App.useApp();
  const kept: Wish = {
    name: request.name,
    updateClass: request.updateClass ?? '',
    purpose: request.purpose,
  };
  const [wish, setWish] = useState<Wish>(kept);
  const changed = JSON.stringify(wish) !== JSON.stringify(kept);
  const submit = useRequestCommand<{ version: number; digest: string }>(request, 'submit', () =>
    message.success(words.submitted),
  );
  const save = useRequestCommand<ReturnType<typeof wishBody> & { version: number }>(request, 'draft', () =>
    message.success(siteScreenWords.saved),
  );
  const saveNow = () => save.mutateAsync({ ...wishBody(wish), version: request.version });
  const send = async () => {
    try {
      const { version, digest } = changed ? await saveNow() : request;
      await submit.mutateAsync({ version, digest });
    } catch {
      // What was refused stands above the form.
    }
  };
  return (
    <>
      <section className="jz-card jz-request-form">
        <h2>{words.content}</h2>
        <Refusal error={save.error ?? submit.error} fieldId={wishFieldId} />
        <Form layout="vertical" onFinish={() => void saveNow().catch(() => undefined)}>
          <WishFields kind={request.kind} wish={wish} classes={request.classes} onChange={setWish} />
          <p className="jz-row">
            <Button type="primary" loading={submit.isPending} onClick={() => void send()}>
              {request.revision > 1 || request.state === 'returned' ? words.resubmit : words.submit}
            </Button>
            <Button htmlType="submit" loading={save.isPending} disabled={!changed}>
              {words.save}
            </Button>
          </p>
          <p className="jz-soft" role="status">
            {changed ? words.unsaved : ''}
          </p>
        </Form>
      </section>
      <Checks request={request} />
    </>
  );
}
