import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { type AuditEntryWire, auditPage } from '../../../contracts/audit/wire.ts';
import { auditScreenWords as words } from '../../../contracts/ui/words-audit.ts';
import { apiUrl, get } from '../../lib/api.ts';
import { fullInstant } from '../../lib/day.ts';
import { useListSearch } from '../../lib/use-list-search.ts';
import type { Column } from '../../ui/data-table.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Filter, FilterBar } from '../../ui/filter-bar.tsx';
import { ListTable } from '../../ui/list-table.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TextFilter } from '../../ui/text-filter.tsx';
import { EntryDetail } from './entry-detail.tsx';
import { VerifyChain } from './verify-chain.tsx';

const route = getRouteApi('/shell/audit');

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
  const { filters, query, paging, search, set, reset } = useListSearch(route);
  const [opened, setOpened] = useState<AuditEntryWire | null>(null);
  const list = useQuery({
    queryKey: ['audit', query],
    queryFn: ({ signal }) => get('/audit', { schema: auditPage, query, signal }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} />
      <VerifyChain />
      <FilterBar onReset={reset}>
        <Filter label={words.filters.person} id="audit-person">
          <TextFilter id="audit-person" value={search.person} onCommit={set('person')} />
        </Filter>
        <Filter label={words.filters.from} id="audit-from">
          <DateField id="audit-from" value={search.from ?? ''} onChange={set('from')} />
        </Filter>
        <Filter label={words.filters.to} id="audit-to">
          <DateField id="audit-to" value={search.to ?? ''} onChange={set('to')} />
        </Filter>
      </FilterBar>
      <ListTable
        list={list}
        paging={paging}
        name="audit"
        label={words.list}
        columns={columns(setOpened)}
        rowKey={(row) => `${row.jurisdiction}-${row.seq}`}
        exportUrl={() => apiUrl('/audit.xlsx', filters)}
      />
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
