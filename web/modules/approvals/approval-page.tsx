import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { type ApprovalWire, approval as approvalSchema } from '../../../contracts/approvals/wire.ts';
import { approvalScreenWords as words } from '../../../contracts/ui/words-approvals.ts';
import { ScreenLink } from '../../app/screen-link.tsx';
import { useSession } from '../../app/session.ts';
import { get } from '../../lib/api.ts';
import { BasisTag } from '../../ui/basis-tag.tsx';
import { DueStanding } from '../../ui/due-explanation.tsx';
import { PageFailed } from '../../ui/page-failed.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { ApprovalTimeline } from './approval-timeline.tsx';
import { approvalTones } from './approval-tones.ts';
import { ChangesTable } from './changes-table.tsx';
import { DecisionPanel } from './decision-panel.tsx';
import { EarlierRounds } from './earlier-rounds.tsx';
import { SubjectSummary } from './subject-summary.tsx';
import './approvals.css';

const route = getRouteApi('/shell/approvals/$jurisdiction/$id');

function Head({ approval, today }: { approval: ApprovalWire; today: string }) {
  return (
    <PageHeader
      title={approval.subject.title}
      above={
        <span className="jz-row">
          <Link to="/">← {words.back}</Link>
          <StateTag tone={approvalTones[approval.state]}>{approval.stateName}</StateTag>
        </span>
      }
      lead={
        <span className="jz-row">
          {words.lead(approval.hostName, approval.revision)}
          {approval.due ? <DueStanding due={approval.due} today={today} /> : null}
        </span>
      }
      actions={
        approval.subject.href ? (
          <ScreenLink href={approval.subject.href} className="jz-button">
            {words.openForm}
          </ScreenLink>
        ) : null
      }
    />
  );
}

interface BodyProps {
  approval: ApprovalWire;
  today: string;
  children: ReactNode;
}

function Body({ approval, today, children }: BodyProps) {
  return (
    <>
      <Head approval={approval} today={today} />
      <div className="jz-approval">
        <div className="jz-approval-what">
          <SubjectSummary approval={approval} />
          {approval.revision > 1 ? <ChangesTable changes={approval.changes} /> : null}
          {children}
        </div>
        {approval.steps.some((step) => step.mine) ? (
          <a href="#decide" className="jz-button jz-button-primary jz-approval-jump">
            {words.decide.jump}
          </a>
        ) : null}
        <div className="jz-approval-how">
          <DecisionPanel key={approval.version} approval={approval} />
          <section className="jz-card">
            <h2>
              {words.process} <BasisTag basis={approval.basis} about={words.chainBasis} />
            </h2>
            {approval.endReason && approval.state !== 'approved' ? (
              <p className="jz-approval-end">
                {words.endReason}：{approval.endReason}
              </p>
            ) : null}
            <ApprovalTimeline steps={approval.steps} revision={approval.revision} />
          </section>
          <EarlierRounds rounds={approval.rounds} />
        </div>
      </div>
    </>
  );
}

/** One matter for decision: what it is, what changed, where it stands, and the person's own step. */
export function ApprovalPage({ renderSubject }: { renderSubject: (approval: ApprovalWire) => ReactNode }) {
  const { jurisdiction, id } = route.useParams();
  const { today } = useSession();
  const found = useQuery({
    queryKey: ['approval', jurisdiction, id],
    queryFn: ({ signal }) => get(`/approvals/${jurisdiction}/${id}`, { schema: approvalSchema, signal }),
  });
  if (found.error) return <PageFailed error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton active />;
  return (
    <Body approval={found.data} today={today}>
      {renderSubject(found.data)}
    </Body>
  );
}
