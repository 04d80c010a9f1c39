import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { OverridePage } from '../../../contracts/checking/wire.ts';
import { checkingScreenWords } from '../../../contracts/ui/words-checking.ts';
import { fullInstant } from '../../lib/day.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadProblem } from '../../ui/load-problem.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { overridesQuery, PAGE_SIZE } from './calls.ts';
import { CheckingNav } from './checking-nav.tsx';

const words = checkingScreenWords.overrides;
const route = getRouteApi('/shell/checks/overrides');

type Row = OverridePage['items'][number];

const columns: Column<Row>[] = [
  {
    key: 'excerpt',
    title: words.excerpt,
    fixed: true,
    width: 220,
    render: (row) => <span className={`jz-mark jz-mark-${row.severity}`}>{row.excerpt}</span>,
  },
  { key: 'reason', title: words.reason, fixed: true, render: (row) => row.reason },
  { key: 'message', title: words.message, render: (row) => row.message },
  {
    key: 'by',
    title: words.by,
    width: 180,
    render: (row) => (
      <>
        {row.by.name}
        <div className="jz-soft">{row.by.post}</div>
      </>
    ),
  },
  { key: 'at', title: words.at, width: 190, render: (row) => fullInstant(row.at) },
  {
    key: 'open',
    title: checkingScreenWords.nav.records,
    width: 130,
    render: (row) => (
      <Link to="/checks/$jurisdiction/$id" params={{ jurisdiction: row.jurisdiction, id: row.checkId }}>
        {words.open}
      </Link>
    ),
  },
];

/** What was let pass, by whom and why. */
export function OverrideList() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { page = 1 } = search;
  const list = useQuery(overridesQuery({ page, size: PAGE_SIZE }));
  return (
    <>
      <PageHeader title={checkingScreenWords.nav.overrides} lead={words.lead} />
      <CheckingNav />
      <LoadProblem error={list.error} onRetry={() => void list.refetch()} />
      {list.error ? null : (
        <DataTable
          name="overrides"
          label={words.list}
          columns={columns}
          rows={list.data?.items ?? []}
          rowKey={(row) => row.id}
          loading={list.isPending}
          empty={<EmptyState title={words.empty} />}
          paging={{
            page,
            size: PAGE_SIZE,
            total: list.data?.total ?? 0,
            onPage: (to) => void navigate({ search: { ...search, page: to } }),
          }}
        />
      )}
    </>
  );
}
