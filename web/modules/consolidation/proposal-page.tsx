import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import type { ProposalWire } from '../../../contracts/consolidation/wire.ts';
import { consolidationScreenWords } from '../../../contracts/ui/words-consolidation.ts';
import { fullDay, legalDay } from '../../lib/day.ts';
import { BasisTag } from '../../ui/basis-tag.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { PageFailed } from '../../ui/page-failed.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { proposalQuery } from './calls.ts';
import { proposalTones } from './consolidation-tones.ts';
import { Decide } from './decide-proposal.tsx';
import { ItemCard } from './item-card.tsx';
import './consolidation.css';

const words = consolidationScreenWords.one;
const route = getRouteApi('/shell/consolidations/$jurisdiction/$id');

/** One proposal: why it is made, of which accounts, what was decided, and how far the host is with it. */
export function ProposalPage() {
  const { jurisdiction, id } = route.useParams();
  const found = useQuery(proposalQuery(jurisdiction, id));
  if (found.error) return <PageFailed error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton active />;
  const proposal = found.data;
  return (
    <>
      <PageHeader
        title={`${proposal.kindName}：${proposal.hostName}`}
        above={
          <>
            <Link to="/consolidations">← {words.back}</Link>{' '}
            <StateTag tone={proposalTones[proposal.state]}>{proposal.stateName}</StateTag>
          </>
        }
        actions={<Decide proposal={proposal} />}
      />
      <Reasons proposal={proposal} />
      {proposal.order ? <Order proposal={proposal} order={proposal.order} /> : null}
      <Accounts proposal={proposal} />
    </>
  );
}

function Reasons({ proposal }: { proposal: ProposalWire }) {
  const { thresholds, dismissed } = proposal;
  const limits = consolidationScreenWords.area;
  const entered = (['months', 'readsPerPost', 'followers', 'idleMonths'] as const).flatMap((key) =>
    thresholds?.[key] ? [`${limits[key]} ${thresholds[key]}`] : [],
  );
  return (
    <section className="jz-card">
      <h2>
        {words.reasons} <BasisTag basis={proposal.basis} about={proposal.kindName} />
      </h2>
      <ul className="jz-bullets">
        {proposal.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {entered.length > 0 ? (
        <p className="jz-soft">
          {words.entered}：{entered.join('，')}
        </p>
      ) : null}
      {dismissed ? (
        <p>
          {words.dismissed(dismissed.by)}：{dismissed.reason}
        </p>
      ) : null}
      {proposal.state === 'gone' ? <p>{words.gone}</p> : null}
    </section>
  );
}

function Order({ proposal, order }: { proposal: ProposalWire; order: NonNullable<ProposalWire['order']> }) {
  const { main } = order;
  return (
    <section className="jz-card">
      <h2>{words.order}</h2>
      <FactList
        facts={[
          [words.action, proposal.actionName],
          ...(main ? [[words.main, `${main.name}${main.running ? '' : words.mainEnded}`] as const] : []),
          [words.due, proposal.dueOn && fullDay(proposal.dueOn)],
          [words.instruction, order.instruction],
          [words.ordered, `${fullDay(legalDay(new Date(order.orderedAt)))} ${order.orderedBy}`],
        ]}
      />
      <h2>{words.items}</h2>
      <ul className="jz-consolidation-items">
        {order.items.map((item) => (
          <ItemCard key={item.id} proposal={proposal} item={item} />
        ))}
      </ul>
    </section>
  );
}

const MONTHS_SHOWN = 3;

function Accounts({ proposal }: { proposal: ProposalWire }) {
  type Row = ProposalWire['accounts'][number];
  const text = (value: number | null) => (value === null ? words.unknown : value.toLocaleString('zh-CN'));
  const used = (id: string) =>
    (proposal.figures.find(({ accountId }) => accountId === id)?.months ?? [])
      .slice(0, MONTHS_SHOWN)
      .map(({ month, posts, reads, followers }) =>
        words.month(month, text(posts), text(reads), text(followers)),
      );
  const columns: Column<Row>[] = [
    {
      key: 'name',
      title: words.name,
      fixed: true,
      width: 200,
      render: (row) => (
        <Link to="/accounts/$jurisdiction/$id" params={{ jurisdiction: proposal.jurisdiction, id: row.id }}>
          {row.name}
        </Link>
      ),
    },
    { key: 'platform', title: words.platform, width: 130, render: (row) => row.platformName },
    { key: 'host', title: words.host, width: 180, render: (row) => row.hostName },
    { key: 'number', title: words.number, width: 160, render: (row) => row.number },
    {
      key: 'figures',
      title: words.figures,
      width: 300,
      render: (row) => (used(row.id).length > 0 ? used(row.id).join('；') : words.noFigures),
    },
  ];
  return (
    <section className="jz-card">
      <h2>{words.accounts}</h2>
      <DataTable
        name="consolidation-accounts"
        label={words.accounts}
        columns={columns}
        rows={proposal.accounts}
        rowKey={({ id }) => id}
      />
    </section>
  );
}
