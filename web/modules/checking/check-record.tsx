import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import type { CheckedDocumentWire, CheckWire } from '../../../contracts/checking/wire.ts';
import { checkingScreenWords } from '../../../contracts/ui/words-checking.ts';
import { fullDay, fullInstant } from '../../lib/day.ts';
import { LoadProblem } from '../../ui/load-problem.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { BatchSteps } from './batch-steps.tsx';
import { checkQuery, documentQuery } from './calls.ts';
import { CheckingNav } from './checking-nav.tsx';
import { Counts } from './counts.tsx';
import { FindingList } from './finding-list.tsx';
import { ReportLinks } from './report-links.tsx';
import { Unobserved } from './unobserved.tsx';
import { useOverride } from './use-override.tsx';

const words = checkingScreenWords.record;
const route = getRouteApi('/shell/checks/$jurisdiction/$id');

function DocumentState({ document }: { document: CheckedDocumentWire }) {
  if (document.state === 'waiting') return <StateTag>{words.waiting}</StateTag>;
  if (document.state === 'refused') return <StateTag tone="danger">{words.refused}</StateTag>;
  return <Counts counts={document.counts} />;
}

function Documents({ check, chosen }: { check: CheckWire; chosen: number }) {
  return (
    <section className="jz-card" aria-label={words.files}>
      <ul className="jz-check-files">
        {check.items.map((document) => (
          <li key={document.position}>
            {document.state === 'done' && check.items.length > 1 ? (
              <Link
                to="/checks/$jurisdiction/$id"
                params={{ jurisdiction: check.jurisdiction, id: check.id }}
                search={{ document: String(document.position) }}
                {...(document.position === chosen ? { 'aria-current': 'true' as const } : {})}
              >
                {document.name}
              </Link>
            ) : (
              <span>{document.name}</span>
            )}{' '}
            <DocumentState document={document} />
            {document.problem ? <p className="jz-plain-error">{document.problem.message}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Findings({ check, position }: { check: CheckWire; position: number }) {
  const client = useQueryClient();
  const query = documentQuery(check.jurisdiction, check.id, position);
  const shown = useQuery(query);
  const override = useOverride({ jurisdiction: check.jurisdiction, id: check.id, position }, (after) =>
    client.setQueryData(query.queryKey, after),
  );
  if (shown.error) return <LoadProblem error={shown.error} onRetry={() => void shown.refetch()} />;
  if (!shown.data) return <Skeleton active />;
  const { document, findings } = shown.data;
  return (
    <>
      {check.items.length > 1 ? <h2 className="jz-check-name">{document.name}</h2> : null}
      <Unobserved document={document} />
      {findings.length === 0 ? (
        <p className="jz-check-clean-title">{words.clean}</p>
      ) : (
        <>
          <p className="jz-soft">{words.noText}</p>
          <FindingList
            findings={findings}
            inText={false}
            current={null}
            abilities={check.abilities}
            onOverride={override.ask}
          />
        </>
      )}
      {override.dialog}
    </>
  );
}

/** One check as it was kept: its documents, and the findings of the one that is chosen. */
export function CheckRecord() {
  const { jurisdiction, id } = route.useParams();
  const { document } = route.useSearch();
  const shown = useQuery(checkQuery(jurisdiction, id));
  const check = shown.data;
  const first = check?.items.find(
    ({ state, counts }) => state === 'done' && counts.block + counts.warn + counts.note > 0,
  );
  const chosen = Number(
    document ?? first?.position ?? check?.items.find(({ state }) => state === 'done')?.position ?? 0,
  );
  return (
    <>
      <PageHeader
        title={check?.title ?? checkingScreenWords.nav.records}
        above={<Link to="/checks/records">{words.back}</Link>}
        lead={
          check
            ? [
                check.unit.name,
                check.by.name,
                fullInstant(check.at),
                words.keptUntil(fullDay(check.keptUntil)),
              ].join('　')
            : null
        }
        actions={check && check.checked > 0 ? <ReportLinks check={check} /> : null}
      />
      <CheckingNav />
      <LoadProblem error={shown.error} onRetry={() => void shown.refetch()} />
      {check ? (
        <div className="jz-stack">
          <BatchSteps check={check} />
          {check.items.length > 0 ? <Documents check={check} chosen={chosen} /> : null}
          {chosen > 0 ? <Findings key={chosen} check={check} position={chosen} /> : null}
        </div>
      ) : null}
    </>
  );
}
