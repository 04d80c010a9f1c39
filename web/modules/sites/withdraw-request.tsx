import { App, Button } from 'antd';
import { useState } from 'react';
import type { ColumnRequestWire } from '../../../contracts/sites/wire-requests.ts';
import { siteScreenWords } from '../../../contracts/ui/words-sites.ts';
import { asProblem } from '../../lib/problem.ts';
import { ConfirmWithReason } from '../../ui/confirm-with-reason.tsx';
import { useRequestCommand } from './use-request-command.ts';

const words = siteScreenWords.request;

/** Takes a request back, or drops a draft; the reason stays in the record. */
export function WithdrawRequest({ request }: { request: ColumnRequestWire }) {
  const [asking, setAsking] = useState(false);
  const { message } = App.useApp();
  const withdraw = useRequestCommand<{ version: number; reason: string }>(request, 'withdraw', () =>
    message.success(words.withdrawn),
  );
  if (!request.abilities.withdraw) return null;
  const verb = request.state === 'draft' ? words.drop : words.withdraw;
  return (
    <>
      <Button onClick={() => setAsking(true)}>{verb}</Button>
      <ConfirmWithReason
        open={asking}
        title={verb}
        action={verb}
        danger
        reasonLabel={words.withdrawReason}
        maxLength={1000}
        busy={withdraw.isPending}
        onCancel={() => setAsking(false)}
        onConfirm={(reason) =>
          withdraw.mutate(
            { version: request.version, reason },
            {
              onSuccess: () => setAsking(false),
              onError: (error) => void message.error(asProblem(error).detail),
            },
          )
        }
      >
        <p>{words.withdrawHint}</p>
      </ConfirmWithReason>
    </>
  );
}
