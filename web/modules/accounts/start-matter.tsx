import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import { type FilingPreview, filing as filingSchema } from '../../../contracts/accounts/wire.ts';
import { accountScreenWords } from '../../../contracts/ui/words-accounts.ts';
import { matterScreenWords as words } from '../../../contracts/ui/words-matters.ts';
import { post } from '../../lib/api.ts';
import { BasisTag } from '../../ui/basis-tag.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { LoadProblem } from '../../ui/load-problem.tsx';
import { PageFailed } from '../../ui/page-failed.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Warnings } from '../../ui/warnings.tsx';
import { matterPreviewQuery } from './calls.ts';
import { CheckList } from './check-list.tsx';
import { DutyList } from './duty-list.tsx';
import { MatterNote } from './matter-parts.tsx';
import { RouteSteps } from './route-steps.tsx';
import './accounts.css';

const start = accountScreenWords.start;
const route = getRouteApi('/shell/accounts/$jurisdiction/$id/$kind');

function Needed({ preview }: { preview: FilingPreview }) {
  return (
    <section className="jz-card">
      <h2>{start.form}</h2>
      <FactList
        facts={[
          [start.form, preview.formTitle],
          [start.timingLabel, start.timing[preview.timing]],
          [words.noticeAhead, preview.noticeAhead?.term ?? words.noNotice],
        ]}
      />
      <h2>{start.attachments}</h2>
      {preview.attachments.length === 0 ? <p className="jz-soft">{start.none}</p> : null}
      <ul className="jz-bullets">
        {preview.attachments.map((slot) => (
          <li key={slot.label}>
            {slot.title} <BasisTag basis={slot.basis} about={slot.title} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Way({ preview }: { preview: FilingPreview }) {
  return (
    <div className="jz-start">
      <div>
        <MatterNote meaning={preview.meaning} ahead={preview.noticeAhead} />
        <section className="jz-card">
          <h2>{words.conditions}</h2>
          {preview.abilities.start ? null : <p className="jz-route-problem">{words.notYet}</p>}
          <CheckList checks={preview.checks} />
        </section>
        <Needed preview={preview} />
      </div>
      <div>
        <section className="jz-card">
          <h2>
            {start.route} <BasisTag basis={preview.route.basis} about={start.route} />
          </h2>
          <RouteSteps route={preview.route} />
        </section>
        <DutyList duties={preview.duties} />
        {preview.warnings.length ? (
          <Warnings title={start.warnings}>
            <ul className="jz-bullets">
              {preview.warnings.map((warning) => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          </Warnings>
        ) : null}
      </div>
    </div>
  );
}

function useStart(kind: string, account: { jurisdiction: string; id: string }) {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => post('/filings', { schema: filingSchema, body: { kind, account } }),
    onSuccess: ({ jurisdiction, id }) =>
      navigate({ to: '/filings/$jurisdiction/$id', params: { jurisdiction, id } }),
  });
}

/** Before a change, closing or cancellation is filled in: what it means, by which route, with which papers and notice. */
export function StartMatter() {
  const { jurisdiction, id, kind } = route.useParams();
  const preview = useQuery(matterPreviewQuery(jurisdiction, id, kind));
  const begin = useStart(kind, { jurisdiction, id });
  if (preview.error) return <PageFailed error={preview.error} onRetry={() => void preview.refetch()} />;
  if (!preview.data) return <Skeleton active />;
  const { account, kindName, abilities, host } = preview.data;
  return (
    <>
      <PageHeader
        title={words.title(kindName, account?.name ?? '')}
        lead={`${account?.platformName ?? ''} · ${host.name}。${words.lead}`}
        above={
          <Link to="/accounts/$jurisdiction/$id" params={{ jurisdiction, id }}>
            ← {words.back}
          </Link>
        }
        actions={
          <Button
            type="primary"
            disabled={!abilities.start}
            loading={begin.isPending}
            onClick={() => begin.mutate()}
          >
            {words.begin}
          </Button>
        }
      />
      <LoadProblem error={begin.error} />
      <Way preview={preview.data} />
    </>
  );
}
