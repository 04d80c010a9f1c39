import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import { accountActivity, type figureWire, proposal } from '../../../contracts/consolidation/wire.ts';
import { consolidationScreenWords } from '../../../contracts/ui/words-consolidation.ts';
import { post, put } from '../../lib/api.ts';
import { fullDay } from '../../lib/day.ts';
import { ConfirmWithReason } from '../../ui/confirm-with-reason.tsx';
import { FormPanel, type Typed } from '../../ui/form-panel.tsx';
import { Refusal } from '../../ui/refusal.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { activityPath, activityQuery } from './calls.ts';
import { proposalTones } from './consolidation-tones.ts';

const words = consolidationScreenWords.dossier;
const shared = consolidationScreenWords.one;

type Figure = z.infer<typeof figureWire>;

function monthText({ month, posts, reads, followers, lastPostOn }: Figure): string {
  const text = (value: number | null) => value?.toLocaleString('zh-CN') ?? shared.unknown;
  const last = lastPostOn ? `，${words.lastPostOn} ${fullDay(lastPostOn)}` : '';
  return `${shared.month(month, text(posts), text(reads), text(followers))}${last}`;
}

/** What is not a figure goes to the server as it is, which says what is wrong with it. */
function figure(value: Typed[string]): number | null {
  const plain = typeof value === 'string' ? value.replace(/[,，\s]/g, '') : '';
  if (plain === '') return null;
  return /^\d+$/.test(plain) ? Number(plain) : -1;
}

interface Key {
  jurisdiction: string;
  accountId: string;
}

/** How an account was used month by month and what is proposed of it, as part of its dossier. */
export function AccountActivity({ jurisdiction, accountId }: Key) {
  const found = useQuery(activityQuery(jurisdiction, accountId));
  if (!found.data) return null;
  const { months, proposals, abilities } = found.data;
  return (
    <section className="jz-card">
      <h2>{words.heading}</h2>
      {months.length === 0 ? (
        <p className="jz-soft">{words.none}</p>
      ) : (
        <ul className="jz-bullets">
          {months.map((figures) => (
            <li key={figures.month}>
              {monthText(figures)} <span className="jz-soft">{figures.by}</span>
            </li>
          ))}
        </ul>
      )}
      {proposals.length > 0 ? (
        <>
          <h3>{words.proposals}</h3>
          <ul className="jz-bullets">
            {proposals.map((row) => (
              <li key={row.id}>
                <Link to="/consolidations/$jurisdiction/$id" params={{ jurisdiction, id: row.id }}>
                  {row.kindName}
                </Link>{' '}
                <StateTag tone={proposalTones[row.state]}>{row.stateName}</StateTag> {row.reasons[0]}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <p className="jz-row">
        {abilities.keep ? <KeepMonth jurisdiction={jurisdiction} accountId={accountId} /> : null}
        {abilities.name ? <NameIt jurisdiction={jurisdiction} accountId={accountId} /> : null}
      </p>
    </section>
  );
}

function KeepMonth({ jurisdiction, accountId }: Key) {
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const submit = async (typed: Typed) => {
    const body = {
      month: String(typed.month ?? '')
        .trim()
        .slice(0, 7),
      posts: figure(typed.posts),
      reads: figure(typed.reads),
      followers: figure(typed.followers),
      lastPostOn: typed.lastPostOn ? String(typed.lastPostOn) : null,
    };
    await put(activityPath(jurisdiction, accountId), { schema: accountActivity, body });
    await client.invalidateQueries({ queryKey: ['consolidations'] });
    setOpen(false);
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.add}</Button>
      <FormPanel
        title={words.title}
        open={open}
        fields={[
          { key: 'month', label: words.month, required: true, hint: words.monthHint, maxLength: 7 },
          { key: 'posts', label: words.posts, maxLength: 9 },
          { key: 'reads', label: words.reads, maxLength: 15 },
          { key: 'followers', label: words.followers, maxLength: 15 },
          { key: 'lastPostOn', label: words.lastPostOn, type: 'date' },
        ]}
        action={words.save}
        onSubmit={submit}
        onClose={() => setOpen(false)}
      />
    </>
  );
}

function NameIt({ jurisdiction, accountId }: Key) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const send = useMutation({
    mutationFn: (reason: string) =>
      post('/consolidations', { schema: proposal, body: { jurisdiction, accountId, reason } }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['consolidations'] });
      await navigate({ to: '/consolidations/$jurisdiction/$id', params: { jurisdiction, id } });
    },
  });
  return (
    <>
      <Button onClick={() => setAsking(true)}>{words.nameIt}</Button>
      <Refusal error={send.error} />
      <ConfirmWithReason
        open={asking}
        title={words.nameTitle}
        action={words.nameIt}
        busy={send.isPending}
        onConfirm={(reason) => send.mutate(reason, { onSettled: () => setAsking(false) })}
        onCancel={() => setAsking(false)}
      >
        <p>{words.nameHint}</p>
      </ConfirmWithReason>
    </>
  );
}
