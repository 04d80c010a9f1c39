import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type CheckedText, checkedText, type FindingWire } from '../../../contracts/checking/wire.ts';
import { checkingScreenWords } from '../../../contracts/ui/words-checking.ts';
import { post } from '../../lib/api.ts';
import { ConfirmWithReason } from '../../ui/confirm-with-reason.tsx';
import { LoadProblem } from '../../ui/load-problem.tsx';
import { checkPath } from './calls.ts';

const words = checkingScreenWords.review;

interface Overriding {
  /** Asks for the reason to let a finding pass. */
  ask(finding: FindingWire): void;
  readonly dialog: ReactNode;
}

/** Letting a finding pass: the reason is asked, kept by the server, and the findings shown as they then stand. */
export function useOverride(
  place: { jurisdiction: string; id: string; position: number },
  onDone: (after: CheckedText) => void,
): Overriding {
  const client = useQueryClient();
  const [asked, setAsked] = useState<FindingWire | null>(null);
  const { jurisdiction, id, position } = place;
  const send = useMutation({
    mutationFn: ({ number, reason }: { number: number; reason: string }) =>
      post(`${checkPath(jurisdiction, id)}/documents/${position}/findings/${number}/override`, {
        schema: checkedText,
        body: { reason },
      }),
    onSuccess: async (after) => {
      setAsked(null);
      onDone(after);
      await client.invalidateQueries({ queryKey: ['checks'] });
    },
  });
  const dialog = (
    <ConfirmWithReason
      open={asked !== null}
      title={words.keepTitle}
      action={words.keep}
      minLength={4}
      busy={send.isPending}
      onConfirm={(reason) => asked && send.mutate({ number: asked.number, reason })}
      onCancel={() => setAsked(null)}
    >
      <p>
        <q>{asked?.excerpt}</q>　{asked?.message}
      </p>
      <p className="jz-soft">{words.keepAbout}</p>
      <LoadProblem error={send.error} />
    </ConfirmWithReason>
  );
  return {
    ask: (finding) => {
      send.reset();
      setAsked(finding);
    },
    dialog,
  };
}
