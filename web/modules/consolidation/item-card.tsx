import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { ItemWire, ProposalWire } from '../../../contracts/consolidation/wire.ts';
import { consolidationScreenWords } from '../../../contracts/ui/words-consolidation.ts';
import { apiUrl } from '../../lib/api.ts';
import { fullDay } from '../../lib/day.ts';
import { ConfirmWithReason } from '../../ui/confirm-with-reason.tsx';
import { FormPanel } from '../../ui/form-panel.tsx';
import { Refusal } from '../../ui/refusal.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { proposalPath } from './calls.ts';
import { itemTones } from './consolidation-tones.ts';
import { TellFollowers } from './tell-followers.tsx';
import { useProposalCommand } from './use-proposal-command.ts';

const words = consolidationScreenWords.item;

type Asking = 'followers' | 'history' | 'report' | null;

interface Card {
  proposal: ProposalWire;
  item: ItemWire;
}

/** One account of an order: its steps, what is done of them, and what the viewer can do next. */
export function ItemCard({ proposal, item }: Card) {
  const [asking, setAsking] = useState<Asking>(null);
  const command = useProposalCommand(proposal);
  const send = (verb: string, more: object = {}) =>
    command.mutateAsync({
      path: `items/${item.id}/${verb}`,
      body: { version: item.version, ...more },
      said: words.saved,
    });
  const close = () => setAsking(null);
  return (
    <li className="jz-consolidation-item">
      <h3>
        {item.account.name}（{item.account.platformName}）{' '}
        <StateTag tone={itemTones[item.state]}>{item.stateName}</StateTag>
      </h3>
      {proposal.action === 'merge' ? (
        <MergingSteps
          card={{ proposal, item }}
          busy={command.isPending}
          onMove={() => void send('services').catch(() => undefined)}
          onAsk={setAsking}
        />
      ) : null}
      <Ending item={item} jurisdiction={proposal.jurisdiction} />
      <Refusal error={asking === null ? command.error : null} />
      <Actions
        item={item}
        busy={command.isPending}
        onClose={() => void send('close').catch(() => undefined)}
        onReport={() => setAsking('report')}
      />
      <TellFollowers proposal={proposal} item={item} open={asking === 'followers'} onClose={close} />
      <PointHistory
        item={item}
        open={asking === 'history'}
        onPoint={(url) => send('history', { url })}
        onClose={close}
      />
      <ConfirmWithReason
        open={asking === 'report'}
        title={words.report}
        action={words.report}
        reasonLabel={words.reportLabel}
        busy={command.isPending}
        onConfirm={(report) => void send('report', { report }).then(close, close)}
        onCancel={close}
      />
    </li>
  );
}

function Actions(props: { item: ItemWire; busy: boolean; onClose: () => void; onReport: () => void }) {
  const { close, report } = props.item.abilities;
  if (!close && !report) return null;
  return (
    <p className="jz-row">
      {close ? (
        <Button type="primary" loading={props.busy} onClick={props.onClose}>
          {words.close}
        </Button>
      ) : null}
      {report ? (
        <Button type="primary" onClick={props.onReport}>
          {words.report}
        </Button>
      ) : null}
    </p>
  );
}

function PointHistory(props: {
  item: ItemWire;
  open: boolean;
  onPoint: (url: string) => Promise<unknown>;
  onClose: () => void;
}) {
  const { item, open, onPoint, onClose } = props;
  return (
    <FormPanel
      title={words.history}
      open={open}
      fields={[{ key: 'url', label: words.historyUrl, required: true, maxLength: 500 }]}
      initial={item.historyUrl ? { url: item.historyUrl } : {}}
      action={words.save}
      intro={<p>{words.historyHint}</p>}
      onSubmit={async ({ url }) => {
        await onPoint(String(url ?? ''));
        onClose();
      }}
      onClose={onClose}
    />
  );
}

function Ending({ item, jurisdiction }: { item: ItemWire; jurisdiction: string }) {
  return (
    <>
      {item.report ? <p>{item.report}</p> : null}
      {item.state === 'closed' && item.endedOn ? <p>{words.closedOn(fullDay(item.endedOn))}</p> : null}
      {item.filingId ? (
        <p>
          <Link to="/filings/$jurisdiction/$id" params={{ jurisdiction, id: item.filingId }}>
            {words.toFiling}
          </Link>
        </p>
      ) : null}
    </>
  );
}

interface StepsProps {
  card: Card;
  busy: boolean;
  onMove: () => void;
  onAsk: (asking: Asking) => void;
}

function MergingSteps({ card: { proposal, item }, busy, onMove, onAsk }: StepsProps) {
  const { abilities } = item;
  const proof = apiUrl(`${proposalPath(proposal.jurisdiction, proposal.id)}/items/${item.id}/proof`);
  const moved =
    item.servicesMovedOn && words.servicesDone(fullDay(item.servicesMovedOn), item.servicesMoved ?? 0);
  return (
    <ol className="jz-consolidation-steps">
      <Step title={words.services} hint={words.servicesHint} done={moved}>
        {abilities.moveServices ? (
          <Button loading={busy} onClick={onMove}>
            {words.move}
          </Button>
        ) : null}
      </Step>
      <Step
        title={words.followers}
        hint={words.followersHint}
        done={item.followersToldOn && fullDay(item.followersToldOn)}
      >
        {item.followersUrl ? <a href={item.followersUrl}>{item.followersUrl}</a> : null}{' '}
        {item.followersFile ? <a href={proof}>{words.proof}</a> : null}{' '}
        {abilities.tellFollowers ? <Button onClick={() => onAsk('followers')}>{words.tell}</Button> : null}
      </Step>
      <Step title={words.history} hint={words.historyHint} done={item.historyUrl}>
        {abilities.pointHistory ? <Button onClick={() => onAsk('history')}>{words.point}</Button> : null}
      </Step>
    </ol>
  );
}

function Step(props: { title: string; hint: string; done: string | null; children?: ReactNode }) {
  return (
    <li>
      <strong>{props.title}</strong>：{props.done ?? words.todo}
      {props.done ? null : <div className="jz-soft">{props.hint}</div>}
      <div>{props.children}</div>
    </li>
  );
}
