import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { type CheckRow, check as checkSchema } from '../../../contracts/checking/wire.ts';
import { checkingScreenWords } from '../../../contracts/ui/words-checking.ts';
import { useSession } from '../../app/session.ts';
import { post } from '../../lib/api.ts';
import { fullInstant } from '../../lib/day.ts';
import { useListSearch } from '../../lib/use-list-search.ts';
import type { Column } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FormPanel } from '../../ui/form-panel.tsx';
import { ListTable } from '../../ui/list-table.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { checksQuery } from './calls.ts';
import { CheckingNav } from './checking-nav.tsx';
import { Counts } from './counts.tsx';

const words = checkingScreenWords.records;
const route = getRouteApi('/shell/checks/records');

const columns: Column<CheckRow>[] = [
  {
    key: 'name',
    title: words.name,
    fixed: true,
    width: 260,
    render: (row) => (
      <Link to="/checks/$jurisdiction/$id" params={{ jurisdiction: row.jurisdiction, id: row.id }}>
        {row.title}
      </Link>
    ),
  },
  {
    key: 'result',
    title: words.result,
    fixed: true,
    render: (row) =>
      row.state === 'done' ? (
        <Counts counts={row.counts} />
      ) : (
        <StateTag tone="active">
          {words.states[row.state]} {words.progress(row.checked, row.documents)}
        </StateTag>
      ),
  },
  { key: 'unit', title: words.unit, render: (row) => row.unit.name },
  { key: 'by', title: words.by, render: (row) => row.by.name, width: 110 },
  { key: 'at', title: words.at, render: (row) => fullInstant(row.at), width: 190 },
  { key: 'files', title: words.files, render: (row) => row.documents, align: 'right', optional: true },
];

function NewBatch({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { posts } = useSession();
  const navigate = route.useNavigate();
  const units = [...new Map(posts.map(({ unitId, unitName }) => [unitId, unitName]))];
  const create = useMutation({
    mutationFn: (body: { unit: string; title: string }) =>
      post('/checks/batches', { schema: checkSchema, body }),
    onSuccess: ({ jurisdiction, id }) =>
      navigate({ to: '/checks/$jurisdiction/$id', params: { jurisdiction, id } }),
  });
  const unitField = {
    key: 'unit',
    label: checkingScreenWords.write.unit,
    type: 'select',
    required: true,
    options: units.map(([value, label]) => ({ value, label })),
  } as const;
  const titleField = {
    key: 'title',
    label: words.batchTitle,
    hint: words.batchHint,
    required: true,
    maxLength: 200,
  } as const;
  return (
    <FormPanel
      title={words.newBatch}
      open={open}
      action={words.create}
      initial={{ unit: units[0]?.[0] }}
      fields={units.length > 1 ? [unitField, titleField] : [titleField]}
      onSubmit={(typed) =>
        create.mutateAsync({ unit: String(typed.unit ?? ''), title: String(typed.title ?? '') })
      }
      onClose={onClose}
    />
  );
}

/** The checks of the person's units and areas, the latest first. */
export function CheckList() {
  const { query, paging } = useListSearch(route);
  const { posts } = useSession();
  const [adding, setAdding] = useState(false);
  const list = useQuery(checksQuery(query));
  return (
    <>
      <PageHeader
        title={checkingScreenWords.nav.records}
        lead={words.lead}
        actions={posts.length > 0 ? <Button onClick={() => setAdding(true)}>{words.newBatch}</Button> : null}
      />
      <CheckingNav />
      <ListTable
        list={list}
        paging={paging}
        name="checks"
        label={words.list}
        columns={columns}
        rowKey={(row) => row.id}
        empty={<EmptyState title={words.empty} />}
      />
      <NewBatch open={adding} onClose={() => setAdding(false)} />
    </>
  );
}
