import type { ProposalWire } from '../../../contracts/consolidation/wire.ts';
import { consolidationScreenWords } from '../../../contracts/ui/words-consolidation.ts';
import { type FieldSpec, FormPanel, type Typed } from '../../ui/form-panel.tsx';
import { useProposalCommand } from './use-proposal-command.ts';

const words = consolidationScreenWords.decide;
const USUAL_TERM = '20';
const tick = (id: string) => `account.${id}`;

function fieldsOf({ accounts, mainChoices }: ProposalWire): FieldSpec[] {
  return [
    {
      key: 'action',
      label: words.action,
      type: 'select',
      required: true,
      options: Object.entries(words.actions).map(([value, label]) => ({ value, label })),
    },
    {
      key: 'mainAccountId',
      label: words.main,
      type: 'select',
      options: mainChoices.map(({ id, name, platformName }) => ({
        value: id,
        label: words.account(name, platformName),
      })),
      hint: words.mainHint,
    },
    ...accounts.map(
      ({ id, name, platformName }): FieldSpec => ({
        key: tick(id),
        label: words.closes(words.account(name, platformName)),
        type: 'checkbox',
      }),
    ),
    { key: 'termDays', label: words.term, required: true, maxLength: 3 },
    { key: 'instruction', label: words.instruction, type: 'longtext', maxLength: 500 },
  ];
}

/** Makes a proposal a task: what is to be done with which accounts, and until when. */
export function OrderPanel(props: { proposal: ProposalWire; open: boolean; onClose: () => void }) {
  const { proposal, open, onClose } = props;
  const command = useProposalCommand(proposal);
  const submit = async (typed: Typed) => {
    const { action } = typed;
    await command.mutateAsync({
      path: 'order',
      said: words.orderedDone,
      body: {
        version: proposal.version,
        action,
        accountIds: proposal.accounts.map(({ id }) => id).filter((id) => typed[tick(id)] === true),
        mainAccountId: action === 'merge' ? (typed.mainAccountId ?? null) : null,
        termDays: Number.parseInt(String(typed.termDays ?? ''), 10) || 0,
        instruction: typed.instruction ? String(typed.instruction) : null,
      },
    });
    onClose();
  };
  const several = proposal.accounts.length > 1;
  const [only] = proposal.accounts;
  return (
    <FormPanel
      title={words.orderTitle}
      open={open}
      fields={fieldsOf(proposal)}
      initial={{
        termDays: USUAL_TERM,
        action: several ? 'merge' : 'improve',
        ...(!several && only ? { [tick(only.id)]: true } : {}),
      }}
      action={words.order}
      onSubmit={submit}
      onClose={onClose}
    />
  );
}
