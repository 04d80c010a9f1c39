import { Button, Checkbox, Pagination, Popover, Table } from 'antd';
import { type ReactNode, useState } from 'react';
import { uiWords } from '../../contracts/ui/words.ts';
import { useNarrow } from '../lib/use-narrow.ts';
import { EmptyState } from './empty-state.tsx';
import './data-table.css';

const words = uiWords.table;
const COLUMN_PX = 130;

/** One column: its heading, and how a row shows in it. */
export interface Column<Row> {
  key: string;
  title: string;
  render: (row: Row) => ReactNode;
  width?: number;
  align?: 'left' | 'right';
  /** Not shown until chosen. */
  optional?: boolean;
  /** Always shown: without it a row cannot be told from another. */
  fixed?: boolean;
}

export interface DataTableProps<Row> {
  /** The name under which this viewer's choice of columns is kept. */
  name: string;
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  loading?: boolean;
  paging?: { page: number; size: number; total: number; onPage: (page: number, size: number) => void };
  empty?: ReactNode;
  /** The address of an .xlsx with exactly what is shown; gets the keys of the shown columns. */
  exportUrl?: (columns: readonly string[]) => string;
  tools?: ReactNode;
}

function storedColumns(name: string): string[] | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(`jz-columns-${name}`) ?? 'null');
    return Array.isArray(stored) ? stored.filter((each): each is string => typeof each === 'string') : null;
  } catch {
    return null;
  }
}

function useColumnChoice<Row>(name: string, columns: readonly Column<Row>[]) {
  const [chosen, setChosen] = useState(
    () => storedColumns(name) ?? columns.filter((column) => !column.optional).map((column) => column.key),
  );
  const choose = (keys: string[]) => {
    setChosen(keys);
    localStorage.setItem(`jz-columns-${name}`, JSON.stringify(keys));
  };
  return { shown: columns.filter((column) => column.fixed || chosen.includes(column.key)), choose };
}

function ColumnChoice<Row>(props: {
  columns: readonly Column<Row>[];
  shown: readonly Column<Row>[];
  choose: (keys: string[]) => void;
}) {
  const choice = (
    <fieldset className="jz-table-columns">
      <legend className="jz-hidden">{words.columnsHint}</legend>
      <Checkbox.Group
        value={props.shown.map((column) => column.key)}
        onChange={props.choose}
        options={props.columns.map(({ key, title, fixed }) => ({
          label: title,
          value: key,
          disabled: fixed ?? false,
        }))}
      />
    </fieldset>
  );
  return (
    <Popover content={choice} trigger="click" placement="bottomRight">
      <Button>{words.columns}</Button>
    </Popover>
  );
}

function Cards<Row>({
  shown,
  rows,
  rowKey,
  label,
}: Pick<DataTableProps<Row>, 'rows' | 'rowKey' | 'label'> & { shown: readonly Column<Row>[] }) {
  const [head, ...rest] = shown;
  return (
    <ul className="jz-cards" aria-label={label}>
      {rows.map((row) => (
        <li key={rowKey(row)} className="jz-cards-item">
          <div className="jz-cards-head">{head?.render(row)}</div>
          <dl>
            {rest.map((column) => (
              <div key={column.key} className="jz-cards-line">
                <dt>{column.title}</dt>
                <dd>{column.render(row)}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

function Rows<Row>(props: DataTableProps<Row> & { shown: readonly Column<Row>[] }) {
  const { rows, rowKey, label, loading = false, shown } = props;
  return (
    <Table<Row>
      aria-label={label}
      size="middle"
      tableLayout="auto"
      loading={loading}
      pagination={false}
      rowKey={rowKey}
      dataSource={[...rows]}
      scroll={{ x: shown.reduce((sum, column) => sum + (column.width ?? COLUMN_PX), 0) }}
      columns={shown.map(({ key, title, render, width, align }) => ({
        key,
        title,
        render: (_: unknown, row: Row) => render(row),
        ...(width ? { width } : {}),
        ...(align ? { align } : {}),
      }))}
    />
  );
}

/** A list with server paging, a choice of columns and an export; cards instead of columns on a phone. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { name, columns, rows, loading = false, paging, empty, exportUrl, tools } = props;
  const { shown, choose } = useColumnChoice(name, columns);
  const narrow = useNarrow();
  const nothing = rows.length === 0 && !loading;
  return (
    <div className="jz-table">
      <div className="jz-table-tools">
        <span role="status">{paging ? words.total(paging.total) : ''}</span>
        <span className="jz-row">
          {tools}
          {narrow ? null : <ColumnChoice columns={columns} shown={shown} choose={choose} />}
          {exportUrl ? (
            <Button href={exportUrl(shown.map((column) => column.key))}>{words.exportXlsx}</Button>
          ) : null}
        </span>
      </div>
      {nothing ? (empty ?? <EmptyState title={words.empty} />) : null}
      {!nothing && narrow ? <Cards {...props} shown={shown} /> : null}
      {!nothing && !narrow ? <Rows {...props} shown={shown} /> : null}
      {paging && paging.total > paging.size ? (
        <nav className="jz-table-pages" aria-label={words.page}>
          <Pagination
            current={paging.page}
            pageSize={paging.size}
            total={paging.total}
            onChange={paging.onPage}
            showSizeChanger={false}
            simple={narrow}
            showQuickJumper={!narrow && paging.total > paging.size * 10}
          />
        </nav>
      ) : null}
    </div>
  );
}
