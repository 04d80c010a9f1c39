import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { type IntakeWire, intake } from '../../../contracts/intake/wire.ts';
import { intakeScreenWords as words } from '../../../contracts/ui/words-intake.ts';
import { apiUrl, post } from '../../lib/api.ts';
import { fullDay } from '../../lib/day.ts';
import { queryClient } from '../../lib/query-client.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadProblem } from '../../ui/load-problem.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { UploadField } from '../../ui/upload-field.tsx';
import { intakesQuery, PAGE_SIZE } from './calls.ts';
import { intakeTones } from './intake-tones.ts';
import './intake.css';

const LONG_MS = 300_000;

const columns: Column<IntakeWire>[] = [
  {
    key: 'name',
    title: words.name,
    fixed: true,
    render: (row) => (
      <Link to="/imports/$jurisdiction/$id" params={{ jurisdiction: row.jurisdiction, id: row.id }}>
        {row.fileName}
      </Link>
    ),
  },
  {
    key: 'state',
    title: words.state,
    render: (row) => <StateTag tone={intakeTones[row.state]}>{row.stateName}</StateTag>,
  },
  { key: 'rows', title: words.rows, align: 'right', width: 90, render: (row) => row.rows },
  { key: 'faulty', title: words.faulty, align: 'right', width: 90, render: (row) => row.faulty },
  { key: 'taken', title: words.taken, align: 'right', width: 90, render: (row) => row.taken },
  { key: 'jurisdiction', title: words.jurisdiction, render: (row) => row.jurisdictionName },
  { key: 'when', title: words.when, render: (row) => fullDay(row.createdAt.slice(0, 10)) },
  { key: 'who', title: words.who, render: (row) => row.createdByName },
];

/** Takes up a sheet, and lists the imports so far. */
export function IntakeList() {
  const [page, setPage] = useState(1);
  const list = useQuery(intakesQuery(page));
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        above={<Link to="/accounts">{words.back}</Link>}
        actions={<Button href={apiUrl('/intakes/template')}>{words.template}</Button>}
      />
      <LoadProblem error={list.error} onRetry={() => void list.refetch()} />
      {list.data ? <NewIntake areas={list.data.areas} /> : null}
      {list.error || list.data?.areas.length === 0 ? null : (
        <DataTable
          name="intakes"
          label={words.list}
          columns={columns}
          rows={list.data?.items ?? []}
          rowKey={(row) => row.id}
          loading={list.isPending}
          empty={<EmptyState title={words.empty} hint={words.emptyHint} />}
          paging={{ page, size: PAGE_SIZE, total: list.data?.total ?? 0, onPage: setPage }}
        />
      )}
    </>
  );
}

function NewIntake({ areas }: { areas: readonly { code: string; name: string }[] }) {
  const navigate = useNavigate();
  const [area, setArea] = useState(areas[0]?.code ?? '');
  const none = areas.length === 0;
  const upload = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.append('jurisdiction', area);
      form.append('file', file);
      return post('/intakes', { schema: intake, body: form, timeoutMs: LONG_MS });
    },
    onSuccess: async ({ jurisdiction, id }) => {
      await queryClient.invalidateQueries({ queryKey: ['intakes'] });
      await navigate({ to: '/imports/$jurisdiction/$id', params: { jurisdiction, id } });
    },
  });
  if (none) return <EmptyState title={words.notYours} hint={words.notYoursHint} />;
  return (
    <section className="jz-card jz-intake-step">
      {areas.length > 1 ? (
        <div className="jz-filter">
          <label htmlFor="intake-area">{words.area}</label>
          <Select
            id="intake-area"
            value={area}
            options={areas.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={setArea}
          />
        </div>
      ) : null}
      <UploadField
        label={words.file}
        kinds={['.xlsx']}
        files={[]}
        disabled={upload.isPending || area === ''}
        onUpload={async (file) => upload.mutate(file)}
      />
      {upload.isPending ? <p role="status">{words.uploading}</p> : null}
      <LoadProblem error={upload.error} />
    </section>
  );
}
