import { App, Button } from 'antd';
import { useState } from 'react';
import type { FilingWire } from '../../../contracts/accounts/wire.ts';
import { accountScreenWords } from '../../../contracts/ui/words-accounts.ts';
import { matterScreenWords } from '../../../contracts/ui/words-matters.ts';
import { asProblem } from '../../lib/problem.ts';
import { ConfirmWithReason } from '../../ui/confirm-with-reason.tsx';
import { useFilingCommand } from './use-filing-command.ts';

const words = accountScreenWords.filing;

const hints: Partial<Record<FilingWire['state'], string>> = {
  draft: words.dropHint,
  approved: matterScreenWords.withdrawApprovedHint,
};

/** Takes a filing back before it is decided or takes effect, or drops a draft; the reason stays in the record. */
export function WithdrawFiling({ filing }: { filing: FilingWire }) {
  const [asking, setAsking] = useState(false);
  const { message } = App.useApp();
  const withdraw = useFilingCommand<{ version: number; reason: string }>(filing, 'withdraw', () =>
    message.success(words.withdrawn),
  );
  if (!filing.abilities.withdraw) return null;
  const draft = filing.state === 'draft';
  const verb = draft ? words.drop : words.withdraw;
  return (
    <>
      <Button onClick={() => setAsking(true)}>{verb}</Button>
      <ConfirmWithReason
        open={asking}
        title={verb}
        action={verb}
        danger
        reasonLabel={draft ? words.dropReason : words.withdrawReason}
        maxLength={1000}
        busy={withdraw.isPending}
        onCancel={() => setAsking(false)}
        onConfirm={(reason) =>
          withdraw.mutate(
            { version: filing.version, reason },
            {
              onSuccess: () => setAsking(false),
              onError: (error) => void message.error(asProblem(error).detail),
            },
          )
        }
      >
        <p>{hints[filing.state] ?? words.withdrawHint}</p>
      </ConfirmWithReason>
    </>
  );
}
