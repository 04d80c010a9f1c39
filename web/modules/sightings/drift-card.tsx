import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useState } from 'react';
import { type Drift, driftPage } from '../../../contracts/sightings/wire.ts';
import { sightingsScreenWords } from '../../../contracts/ui/words-sightings.ts';
import { post } from '../../lib/api.ts';
import { fullDay, legalDay } from '../../lib/day.ts';
import { ConfirmWithReason } from '../../ui/confirm-with-reason.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { Refusal } from '../../ui/refusal.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { driftTones } from './drift-tones.ts';
import { LinkFiling } from './link-filing.tsx';

const words = sightingsScreenWords.account;
const acts = sightingsScreenWords.drift;
const day = (instant: string) => fullDay(legalDay(new Date(instant)));

type Act = 'explain' | 'close' | 'file';

/** Sends what somebody decides about a finding, and reads again what is on the screen. */
function useDriftCommand(drift: Drift, done: () => void) {
  const client = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: ({ act, ...body }: { act: Act; reason?: string; filingId?: string }) =>
      post(`/drifts/${drift.jurisdiction}/${drift.id}/${act}`, {
        schema: driftPage.shape.items.element,
        body: { version: drift.version, ...body },
      }),
    onSuccess: async (_after, { act }) => {
      void message.success({ explain: acts.explained, close: acts.closedDone, file: acts.linked }[act]);
      await client.invalidateQueries({ queryKey: ['drifts'] });
      done();
    },
  });
}

function facts(drift: Drift): [string, string | null][] {
  return [
    [words.filedAs, drift.filed],
    [words.seenAs, drift.kind === 'gone' ? words.gone : (drift.seen ?? words.unseen)],
    ...(drift.explanation
      ? [[words.explained, words.saidBy(drift.explanation, drift.explainedBy)] satisfies [string, string]]
      : []),
    ...(drift.closedReason
      ? [[words.closed, words.saidBy(drift.closedReason, drift.closedBy)] satisfies [string, string]]
      : []),
  ];
}

function Actions({ drift, onAct }: { drift: Drift; onAct: (act: Act) => void }) {
  const { explain, file, close } = drift.abilities;
  if (!explain && !file && !close) return null;
  return (
    <p className="jz-row">
      {file ? (
        <>
          <Link
            to="/accounts/$jurisdiction/$id/$kind"
            params={{ jurisdiction: drift.jurisdiction, id: drift.account.id, kind: 'change' }}
            className="jz-button jz-button-primary"
          >
            {acts.change}
          </Link>
          <Button onClick={() => onAct('file')}>{acts.link}</Button>
        </>
      ) : null}
      {explain ? <Button onClick={() => onAct('explain')}>{acts.explain}</Button> : null}
      {close ? <Button onClick={() => onAct('close')}>{acts.close}</Button> : null}
    </p>
  );
}

/** One finding: what is filed, what was seen, what became of it, and what may be done. */
export function DriftCard({ drift }: { drift: Drift }) {
  const [act, setAct] = useState<Act | null>(null);
  const command = useDriftCommand(drift, () => setAct(null));
  return (
    <li className="jz-drift">
      <h3>
        {drift.kindName} <StateTag tone={driftTones[drift.state]}>{drift.stateName}</StateTag>
      </h3>
      <p className="jz-soft">{words.seenTimes(day(drift.firstSeenAt), day(drift.lastSeenAt), drift.times)}</p>
      <FactList facts={facts(drift)} />
      {drift.state === 'closed' ? null : <p>{drift.meaning}</p>}
      {drift.agreedAt && drift.state !== 'closed' ? (
        <p role="note">{words.agreed(day(drift.agreedAt))}</p>
      ) : null}
      {drift.filingId && drift.state === 'filed' ? (
        <p>
          <Link
            to="/filings/$jurisdiction/$id"
            params={{ jurisdiction: drift.jurisdiction, id: drift.filingId }}
          >
            {words.filing}
          </Link>
        </p>
      ) : null}
      <Refusal error={command.error} fieldId={(field) => field} />
      <Actions drift={drift} onAct={setAct} />
      <ConfirmWithReason
        open={act === 'explain' || act === 'close'}
        title={act === 'close' ? acts.closeTitle : acts.explainTitle}
        action={act === 'close' ? acts.close : acts.explain}
        reasonLabel={acts.reason}
        busy={command.isPending}
        onConfirm={(reason) => command.mutate({ act: act ?? 'explain', reason })}
        onCancel={() => setAct(null)}
      >
        {act === 'close' ? <p>{acts.closeHint}</p> : null}
      </ConfirmWithReason>
      <LinkFiling
        drift={drift}
        open={act === 'file'}
        onLink={(filingId) => command.mutateAsync({ act: 'file', filingId })}
        onClose={() => setAct(null)}
      />
    </li>
  );
}
