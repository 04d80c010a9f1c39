import { Button } from 'antd';
import { useState } from 'react';
import type { ProposalWire } from '../../../contracts/consolidation/wire.ts';
import { consolidationScreenWords } from '../../../contracts/ui/words-consolidation.ts';
import { ConfirmWithReason } from '../../ui/confirm-with-reason.tsx';
import { Refusal } from '../../ui/refusal.tsx';
import { OrderPanel } from './order-panel.tsx';
import { useProposalCommand } from './use-proposal-command.ts';

const words = consolidationScreenWords.decide;

type Asking = 'order' | 'dismiss' | 'recall' | null;

/** What the supervisor decides: a task for the host, nothing to do, or the task taken back. */
export function Decide({ proposal }: { proposal: ProposalWire }) {
  const [asking, setAsking] = useState<Asking>(null);
  const command = useProposalCommand(proposal);
  const close = () => setAsking(null);
  const { dismiss, order, recall } = proposal.abilities;
  if (!dismiss && !order && !recall) return null;
  const dismissing = asking === 'dismiss';
  return (
    <>
      {order ? (
        <Button type="primary" onClick={() => setAsking('order')}>
          {words.order}
        </Button>
      ) : null}
      {dismiss ? <Button onClick={() => setAsking('dismiss')}>{words.dismiss}</Button> : null}
      {recall ? <Button onClick={() => setAsking('recall')}>{words.recall}</Button> : null}
      <Refusal error={asking === null ? command.error : null} />
      <OrderPanel proposal={proposal} open={asking === 'order'} onClose={close} />
      <ConfirmWithReason
        open={dismissing || asking === 'recall'}
        title={dismissing ? words.dismissTitle : words.recallTitle}
        action={dismissing ? words.dismiss : words.recall}
        reasonLabel={words.reason}
        busy={command.isPending}
        onConfirm={(reason) =>
          command.mutate(
            {
              path: asking ?? '',
              body: { version: proposal.version, reason },
              said: dismissing ? words.dismissedDone : words.recalledDone,
            },
            { onSettled: close },
          )
        }
        onCancel={close}
      >
        <p>{dismissing ? words.dismissHint : words.recallHint}</p>
      </ConfirmWithReason>
    </>
  );
}
