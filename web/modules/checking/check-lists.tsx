import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { type CheckLists, type ListedWire, listed } from '../../../contracts/checking/wire-lists.ts';
import { checkingScreenWords } from '../../../contracts/ui/words-checking.ts';
import { post } from '../../lib/api.ts';
import { fullDay } from '../../lib/day.ts';
import { ConfirmWithReason } from '../../ui/confirm-with-reason.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadProblem } from '../../ui/load-problem.tsx';
import { AddListed } from './add-listed.tsx';
import { checkListsQuery } from './calls.ts';

const words = checkingScreenWords.lists;

function daysOf({ from, to }: ListedWire): string {
  if (from === null && to === null) return words.always;
  return words.days(from && fullDay(from), to && fullDay(to));
}

function columnsOf({ classes }: CheckLists): Column<ListedWire>[] {
  const labels = new Map(classes.map(({ id, label }) => [id, label]));
  return [
    { key: 'name', title: words.name, fixed: true, width: 180, render: (row) => <strong>{row.name}</strong> },
    {
      key: 'kind',
      title: words.kind,
      width: 150,
      render: (row) => (
        <>
          {words.kinds[row.kind]}
          {row.class === null ? null : (
            <div className="jz-soft">{labels.get(row.class) ?? words.classGone}</div>
          )}
        </>
      ),
    },
    { key: 'entries', title: words.entries, render: (row) => row.entries.join('、') },
    { key: 'days', title: words.period, width: 170, render: daysOf },
    { key: 'basis', title: words.basis, render: (row) => row.basis },
  ];
}

function useRemoval(onSettled: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ item, reason }: { item: ListedWire; reason: string }) =>
      post(`/lexicons/${item.jurisdiction}/lists/${item.id}/remove`, {
        schema: listed,
        body: { version: item.version, reason },
      }),
    onSettled: async () => {
      onSettled();
      await client.invalidateQueries({ queryKey: ['lexicons'] });
    },
  });
}

/** Sources of reprints, public telephones and sites that an area lists; the check goes by them at once. */
export function CheckListsSection({ jurisdiction }: { jurisdiction: string }) {
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<ListedWire | null>(null);
  const shown = useQuery(checkListsQuery(jurisdiction));
  const remove = useRemoval(() => setRemoving(null));
  const lists = shown.data;
  if (!lists) return <LoadProblem error={shown.error} onRetry={() => void shown.refetch()} />;
  const actions: Column<ListedWire> = {
    key: 'actions',
    title: words.actions,
    fixed: true,
    width: 120,
    render: (row) =>
      row.abilities.remove ? (
        <Button size="small" onClick={() => setRemoving(row)} aria-label={`${words.remove}：${row.name}`}>
          {words.remove}
        </Button>
      ) : null,
  };
  const columns = columnsOf(lists);
  return (
    <section>
      <h2>{words.title}</h2>
      <p className="jz-soft">
        {lists.classes.length === 0 ? words.unlimited : lists.judges ? words.judged : words.notJudged}
      </p>
      <LoadProblem error={remove.error} />
      <DataTable
        name="check-lists"
        label={words.title}
        columns={lists.abilities.add ? [...columns, actions] : columns}
        rows={lists.items}
        rowKey={(row) => row.id}
        loading={shown.isPending}
        tools={lists.abilities.add ? <Button onClick={() => setAdding(true)}>{words.add}</Button> : null}
        empty={<EmptyState title={words.empty} />}
      />
      <AddListed lists={lists} open={adding} onClose={() => setAdding(false)} />
      <ConfirmWithReason
        open={removing !== null}
        title={words.removeTitle}
        action={words.remove}
        danger
        busy={remove.isPending}
        onConfirm={(reason) => removing && remove.mutate({ item: removing, reason })}
        onCancel={() => setRemoving(null)}
      >
        <p>{removing?.name}</p>
      </ConfirmWithReason>
    </section>
  );
}
