import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import type { personSummary } from '../../../contracts/directory/wire.ts';
import { uiWords } from '../../../contracts/ui/words.ts';
import { directoryScreenWords } from '../../../contracts/ui/words-directory.ts';
import { useListSearch } from '../../lib/use-list-search.ts';
import type { Column } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Filter, FilterBar } from '../../ui/filter-bar.tsx';
import { ListTable } from '../../ui/list-table.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TextFilter } from '../../ui/text-filter.tsx';
import { peopleQuery } from './calls.ts';
import { DirectoryNav } from './directory-nav.tsx';
import { PersonPane } from './person-pane.tsx';

const words = directoryScreenWords.people;
const route = getRouteApi('/shell/directory/people');

type Person = z.infer<typeof personSummary>;

function columns(open: (person: Person) => void): Column<Person>[] {
  return [
    {
      key: 'name',
      title: words.name,
      fixed: true,
      render: (row) => (
        <Button
          type="link"
          className="jz-cell-link"
          aria-label={words.detail(row.name)}
          onClick={() => open(row)}
        >
          {row.name}
        </Button>
      ),
    },
    {
      key: 'posts',
      title: words.posts,
      render: (row) => row.posts.map((post) => `${post.unitName} ${post.title}`).join('；'),
    },
    { key: 'phone', title: words.phone, render: (row) => row.phone, width: 150 },
    {
      key: 'staff',
      title: words.staff,
      render: (row) => (row.isStaff ? uiWords.yes : uiWords.no),
      optional: true,
    },
  ];
}

/** People of the area, what they hold, and their users. */
export function PeoplePage() {
  const { query, paging, search, set } = useListSearch(route);
  const [opened, setOpened] = useState<Person | null>(null);
  const list = useQuery(peopleQuery(query));
  return (
    <>
      <PageHeader title={directoryScreenWords.nav.people} lead={words.lead} />
      <DirectoryNav />
      <FilterBar>
        <Filter label={words.search} id="people-q">
          <TextFilter id="people-q" value={search.q} onCommit={set('q')} />
        </Filter>
      </FilterBar>
      <ListTable
        list={list}
        paging={paging}
        name="people"
        label={words.list}
        columns={columns(setOpened)}
        rowKey={(row) => row.id}
        empty={<EmptyState title={words.empty} />}
      />
      <Panel title={opened?.name ?? ''} open={opened !== null} onClose={() => setOpened(null)}>
        {opened ? <PersonPane id={opened.id} /> : null}
      </Panel>
    </>
  );
}
