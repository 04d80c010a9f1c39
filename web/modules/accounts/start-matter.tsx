import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import { matterScreenWords as words } from '../../../contracts/ui/words-matters.ts';
import { LoadProblem } from '../../ui/load-problem.tsx';
import { PageFailed } from '../../ui/page-failed.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { matterPreviewQuery } from './calls.ts';
import { MatterNote } from './matter-parts.tsx';
import { useStartFiling } from './use-start-filing.ts';
import { WayPreview } from './way-preview.tsx';

const route = getRouteApi('/shell/accounts/$jurisdiction/$id/$kind');

/** Before a change, closing or cancellation is filled in: what it means, by which route, with which papers and notice. */
export function StartMatter() {
  const { jurisdiction, id, kind } = route.useParams();
  const preview = useQuery(matterPreviewQuery(jurisdiction, id, kind));
  const begin = useStartFiling({ kind, account: { jurisdiction, id } });
  if (preview.error) return <PageFailed error={preview.error} onRetry={() => void preview.refetch()} />;
  if (!preview.data) return <Skeleton active />;
  const { account, kindName, abilities, host, meaning, noticeAhead } = preview.data;
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
      <WayPreview
        preview={preview.data}
        conditions={{ title: words.conditions, notYet: words.notYet }}
        facts={[[words.noticeAhead, noticeAhead?.term ?? words.noNotice]]}
      >
        <MatterNote meaning={meaning} ahead={noticeAhead} />
      </WayPreview>
    </>
  );
}
