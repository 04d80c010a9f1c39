import { DataTable, type DataTableProps } from './data-table.tsx';
import { LoadProblem } from './load-problem.tsx';

interface ListTableProps<Row> extends Omit<DataTableProps<Row>, 'rows' | 'loading' | 'paging'> {
  /** What was asked of the server: one page of the list. */
  list: {
    readonly data: { readonly items: readonly Row[]; readonly total: number } | undefined;
    readonly error: unknown;
    readonly isPending: boolean;
    readonly refetch: () => unknown;
  };
  paging: { readonly page: number; readonly size: number; readonly onPage: (page: number) => void };
}

/** One page of a list from the server, or why it could not be read. */
export function ListTable<Row extends object>({ list, paging, ...table }: ListTableProps<Row>) {
  if (list.error) return <LoadProblem error={list.error} onRetry={() => void list.refetch()} />;
  return (
    <DataTable
      {...table}
      rows={list.data?.items ?? []}
      loading={list.isPending}
      paging={{ ...paging, total: list.data?.total ?? 0 }}
    />
  );
}
