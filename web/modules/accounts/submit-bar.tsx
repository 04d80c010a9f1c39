import { App, Button } from 'antd';
import type { FilingWire } from '../../../contracts/accounts/wire.ts';
import { accountScreenWords } from '../../../contracts/ui/words-accounts.ts';
import { asProblem } from '../../lib/problem.ts';
import { LoadProblem } from '../../ui/load-problem.tsx';
import { SaveState } from '../../ui/save-state.tsx';
import { useFilingCommand } from './use-filing-command.ts';
import type { useFilingDraft } from './use-filing-draft.ts';

const words = accountScreenWords.filing;

interface SubmitBarProps {
  filing: FilingWire;
  draft: ReturnType<typeof useFilingDraft>;
}

/** Always in sight: whether all is saved, what is still missing, and the way to submit. */
export function SubmitBar({ filing, draft }: SubmitBarProps) {
  const { message } = App.useApp();
  const submit = useFilingCommand<{ version: number }>(filing, 'submit', () =>
    message.success(words.submitted),
  );
  const send = async () => {
    draft.setTried();
    const version = await draft.settle();
    if (version === null) return;
    submit.mutate({ version }, { onError: (error) => draft.refuse(asProblem(error)) });
  };
  const label = filing.state === 'returned' ? words.resubmit : words.submit;
  return (
    <div className="jz-submit">
      {submit.error && !draft.problem ? <LoadProblem error={submit.error} /> : null}
      <SaveState {...draft.autosave} onRetry={() => void draft.autosave.flush()} />
      <span className={filing.blockers ? 'jz-soft' : 'jz-submit-ready'}>
        {filing.blockers ? words.blocked(filing.blockers) : words.ready}
      </span>
      {draft.stale ? <Button onClick={() => window.location.reload()}>{words.reload}</Button> : null}
      <Button
        type="primary"
        size="large"
        loading={submit.isPending}
        disabled={!filing.abilities.submit || draft.stale}
        onClick={() => void send()}
      >
        {label}
      </Button>
    </div>
  );
}
