import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { z } from 'zod';
import { importCheck, type importProblem, importResult } from '../../../contracts/directory/wire.ts';
import { directoryScreenWords } from '../../../contracts/ui/words-directory.ts';
import { apiUrl, post } from '../../lib/api.ts';
import { downloadCsv } from '../../lib/download.ts';
import { queryClient } from '../../lib/query-client.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { LoadProblem } from '../../ui/load-problem.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { UploadField } from '../../ui/upload-field.tsx';
import { DirectoryNav } from './directory-nav.tsx';
import { ImportedPeople } from './imported-people.tsx';

const words = directoryScreenWords.import;
const SHOWN = 500;
const LONG_MS = 300_000;

type Problem = z.infer<typeof importProblem>;
type Check = z.infer<typeof importCheck>;

const columns: Column<Problem>[] = [
  { key: 'sheet', title: words.sheet, render: (row) => row.sheet, width: 90 },
  { key: 'row', title: words.row, render: (row) => row.row, fixed: true, align: 'right', width: 80 },
  { key: 'column', title: words.column, render: (row) => row.column, width: 130 },
  { key: 'value', title: words.value, render: (row) => row.value, width: 300 },
  { key: 'message', title: words.message, render: (row) => row.message, fixed: true },
];

function formOf(file: File): FormData {
  const form = new FormData();
  form.append('file', file);
  return form;
}

/** Seconds since the work began, for work that takes long enough to wonder. */
function useSeconds(running: boolean): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (!running) return;
    setSeconds(0);
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, [running]);
  return seconds;
}

function Findings({ check }: { check: Check }) {
  const { problems } = check;
  const save = () =>
    downloadCsv(words.problemsFile, [
      [words.sheet, words.row, words.column, words.value, words.message],
      ...problems.map((each) => [
        each.sheet,
        String(each.row),
        each.column ?? '',
        each.value ?? '',
        each.message,
      ]),
    ]);
  return (
    <>
      <p>{words.checked(check.units, check.people)}</p>
      {problems.length === 0 ? <p className="jz-import-clean">{words.clean}</p> : null}
      {problems.length > 0 ? (
        <>
          <p className="jz-plain-error">{words.problems(problems.length)}</p>
          <DataTable
            name="import"
            label={words.list}
            columns={columns}
            rows={problems.slice(0, SHOWN)}
            rowKey={(row) => `${row.sheet} ${row.row} ${row.code} ${row.column ?? ''}`}
            tools={<Button onClick={save}>{words.exportProblems}</Button>}
          />
          {problems.length > SHOWN ? <p className="jz-soft">{words.more(problems.length - SHOWN)}</p> : null}
        </>
      ) : null}
    </>
  );
}

/** Units and people from a spreadsheet: first a dry run that names every bad row, then all of it or nothing. */
export function ImportPage() {
  const [file, setFile] = useState<File | null>(null);
  const check = useMutation({
    mutationFn: (chosen: File) =>
      post('/directory/import/check', { schema: importCheck, body: formOf(chosen), timeoutMs: LONG_MS }),
  });
  const run = useMutation({
    mutationFn: (chosen: File) =>
      post('/directory/import', { schema: importResult, body: formOf(chosen), timeoutMs: LONG_MS }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['directory'] }),
  });
  const seconds = useSeconds(check.isPending || run.isPending);
  const clean = check.data?.problems.length === 0;
  return (
    <>
      <PageHeader
        title={directoryScreenWords.nav.import}
        lead={words.lead}
        actions={<Button href={apiUrl('/directory/import/template')}>{words.template}</Button>}
      />
      <DirectoryNav />
      <section className="jz-card jz-import-step">
        <h2>{words.steps.file}</h2>
        <UploadField
          label={words.file}
          kinds={['.xlsx']}
          fileNote={words.chosen}
          files={file ? [{ id: file.name, name: file.name }] : []}
          disabled={check.isPending || run.isPending}
          onUpload={async (chosen) => {
            run.reset();
            setFile(chosen);
            check.mutate(chosen);
          }}
        />
      </section>
      {file ? (
        <section className="jz-card jz-import-step" aria-live="polite">
          <h2>{words.steps.check}</h2>
          {check.isPending ? (
            <p>
              {words.checking} {words.elapsed(seconds)}
            </p>
          ) : null}
          <LoadProblem error={check.error} />
          {check.data ? <Findings check={check.data} /> : null}
        </section>
      ) : null}
      {file && clean ? (
        <section className="jz-card jz-import-step" aria-live="polite">
          <h2>{words.steps.run}</h2>
          {run.data ? (
            <ImportedPeople result={run.data} />
          ) : (
            <Button type="primary" loading={run.isPending} onClick={() => run.mutate(file)}>
              {words.run}
            </Button>
          )}
          {run.isPending ? (
            <p>
              {words.running} {words.elapsed(seconds)}
            </p>
          ) : null}
          <LoadProblem error={run.error} />
        </section>
      ) : null}
    </>
  );
}
