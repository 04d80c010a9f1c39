import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { type AuditEntryWire, auditPage } from '../../../contracts/audit/wire.ts';
import { auditScreenWords as words } from '../../../contracts/ui/words-audit.ts';
import { apiUrl, get } from '../../lib/api.ts';
import { fullInstant } from '../../lib/day.ts';
import { withFilter } from '../../lib/search.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Filter, FilterBar } from '../../ui/filter-bar.tsx';
import { LoadProblem } from '../../ui/load-problem.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TextFilter } from '../../ui/text-filter.tsx';
import { EntryDetail } from './entry-detail.tsx';
import { VerifyChain } from './verify-chain.tsx';

const route = getRouteApi('/shell/audit');
const PAGE_SIZE = 50;

function columns(open: (entry: AuditEntryWire) => void): Column<AuditEntryWire>[] {
  return [
    { key: 'at', title: words.at, render: (row) => fullInstant(row.at), fixed: true, width: 180 },
    { key: 'who', title: words.who, render: (row) => row.who },
    { key: 'post', title: words.post, render: (row) => row.post ?? '' },
    { key: 'action', title: words.action, render: (row) => row.actionName },
    { key: 'subject', title: words.subject, render: (row) => row.subjectName },
    { key: 'seq', title: words.seq, render: (row) => row.seq, optional: true, align: 'right' },
    { key: 'hash', title: words.hash, render: (row) => <code>{row.hash.slice(0, 12)}</code>, optional: true },
    {
      key: 'detail',
      title: words.facts,
      render: (row) => (
        <Button type="link" size="small" onClick={() => open(row)} aria-label={words.detailTitle(row.seq)}>
          {words.detail}
        </Button>
      ),
    },
  ];
}

/** Who did what, when, in which post; filters in the address; the chain can be verified. */
export function AuditLog() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [opened, setOpened] = useState<AuditEntryWire | null>(null);
  const { page: asked = 1, ...filters } = search;
  const query = { ...filters, page: asked, size: PAGE_SIZE };
  const list = useQuery({
    queryKey: ['audit', query],
    queryFn: ({ signal }) => get('/audit', { schema: auditPage, query, signal }),
    placeholderData: keepPreviousData,
  });
  const filter = (key: 'person' | 'from' | 'to') => (value: string | undefined) =>
    void navigate({ search: withFilter(search, key, value), replace: true });
  const filtered = Boolean(search.person || search.from || search.to);
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} />
      <VerifyChain />
      <FilterBar onReset={filtered ? () => void navigate({ search: {} }) : undefined}>
        <Filter label={words.filters.person} id="audit-person">
          <TextFilter id="audit-person" value={search.person} onCommit={filter('person')} />
        </Filter>
        <Filter label={words.filters.from} id="audit-from">
          <DateField id="audit-from" value={search.from ?? ''} onChange={filter('from')} />
        </Filter>
        <Filter label={words.filters.to} id="audit-to">
          <DateField id="audit-to" value={search.to ?? ''} onChange={filter('to')} />
        </Filter>
      </FilterBar>
      <LoadProblem error={list.error} onRetry={() => void list.refetch()} />
      {list.error ? null : (
        <DataTable
          name="audit"
          label={words.list}
          columns={columns(setOpened)}
          rows={list.data?.items ?? []}
          rowKey={(row) => `${row.jurisdiction}-${row.seq}`}
          loading={list.isPending}
          exportUrl={() => apiUrl('/audit.xlsx', filters)}
          paging={{
            page: query.page,
            size: PAGE_SIZE,
            total: list.data?.total ?? 0,
            onPage: (page) => void navigate({ search: { ...search, page } }),
          }}
        />
      )}
      <Panel
        title={opened ? words.detailTitle(opened.seq) : ''}
        open={opened !== null}
        onClose={() => setOpened(null)}
      >
        {opened ? <EntryDetail entry={opened} /> : null}
      </Panel>
    </>
  );
}
