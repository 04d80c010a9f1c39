import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { IntakeProblemWire, IntakeWire } from '../../../contracts/intake/wire.ts';
import { intakeScreenWords } from '../../../contracts/ui/words-intake.ts';
import { apiUrl } from '../../lib/api.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { LoadProblem } from '../../ui/load-problem.tsx';
import { intakePath, PAGE_SIZE, problemsQuery } from './calls.ts';

const words = intakeScreenWords.one;

const columns: Column<IntakeProblemWire>[] = [
  { key: 'row', title: words.row, fixed: true, align: 'right', width: 80, render: (row) => row.row },
  { key: 'column', title: words.column, width: 120, render: (row) => row.column },
  { key: 'value', title: words.value, width: 260, render: (row) => row.value },
  { key: 'message', title: words.message, fixed: true, render: (row) => row.message },
];

/** Everything that is wrong with the sheet, row by row. */
export function ProblemList({ intake }: { intake: IntakeWire }) {
  const [page, setPage] = useState(1);
  const { jurisdiction, id, version, faulty } = intake;
  const list = useQuery({ ...problemsQuery(jurisdiction, id, version, page), enabled: faulty > 0 });
  if (faulty === 0) {
    return intake.state === 'checked' ? (
      <section className="jz-card jz-intake-step">
        <h2>{words.problems}</h2>
        <p>{words.clean}</p>
      </section>
    ) : null;
  }
  return (
    <section className="jz-card jz-intake-step">
      <h2>{words.problems}</h2>
      <p>{words.mend}</p>
      <LoadProblem error={list.error} onRetry={() => void list.refetch()} />
      <DataTable
        name="intake-problems"
        label={words.problemList}
        columns={columns}
        rows={list.data?.items ?? []}
        rowKey={(row) => `${row.row} ${row.code} ${row.column ?? ''}`}
        loading={list.isPending}
        tools={<Button href={apiUrl(`${intakePath(jurisdiction, id)}/problems.xlsx`)}>{words.export}</Button>}
        paging={{ page, size: PAGE_SIZE, total: list.data?.total ?? 0, onPage: setPage }}
      />
    </section>
  );
}
