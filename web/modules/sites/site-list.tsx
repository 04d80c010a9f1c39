import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { SiteRow } from '../../../contracts/sites/wire.ts';
import { siteScreenWords } from '../../../contracts/ui/words-sites.ts';
import { useListSearch } from '../../lib/use-list-search.ts';
import type { Column } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListTable } from '../../ui/list-table.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { sitesQuery } from './calls.ts';
import { RegisterSite } from './register-site.tsx';
import { SiteNav } from './site-nav.tsx';

const words = siteScreenWords.sites;
const route = getRouteApi('/shell/sites');

const columns: Column<SiteRow>[] = [
  {
    key: 'name',
    title: words.name,
    fixed: true,
    render: (row) => (
      <Link to="/sites/$jurisdiction/$id" params={{ jurisdiction: row.jurisdiction, id: row.id }}>
        {row.name}
      </Link>
    ),
  },
  { key: 'domain', title: words.domain, render: (row) => row.domain },
  { key: 'host', title: words.host, render: (row) => row.host.name },
  { key: 'sections', title: words.sections, render: (row) => row.sections, align: 'right', width: 80 },
  { key: 'columns', title: words.columns, render: (row) => row.columns, align: 'right', width: 80 },
  { key: 'code', title: words.code, render: (row) => row.siteCode, optional: true },
  { key: 'jurisdiction', title: words.jurisdiction, render: (row) => row.jurisdictionName, optional: true },
];

/** Every website of the areas that the person sees. */
export function SiteList() {
  const { query, paging } = useListSearch(route);
  const navigate = route.useNavigate();
  const [registering, setRegistering] = useState(false);
  const list = useQuery(sitesQuery(query));
  const [home] = list.data?.abilities.jurisdictions ?? [];
  return (
    <>
      <SiteNav />
      <PageHeader
        title={words.title}
        lead={words.lead}
        actions={
          home ? (
            <Button type="primary" onClick={() => setRegistering(true)}>
              {words.register}
            </Button>
          ) : null
        }
      />
      <ListTable
        list={list}
        paging={paging}
        name="sites"
        label={words.list}
        columns={columns}
        rowKey={(row) => row.id}
        empty={<EmptyState title={words.empty} hint={words.emptyHint} />}
      />
      {registering && home ? (
        <RegisterSite
          jurisdiction={home.code}
          onClose={() => setRegistering(false)}
          onDone={({ jurisdiction, id }) =>
            void navigate({ to: '/sites/$jurisdiction/$id', params: { jurisdiction, id } })
          }
        />
      ) : null}
    </>
  );
}
