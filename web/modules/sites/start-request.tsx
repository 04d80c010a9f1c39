import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button, Form, Select, Skeleton } from 'antd';
import { useState } from 'react';
import type { SiteWire } from '../../../contracts/sites/wire.ts';
import { columnRequest } from '../../../contracts/sites/wire-requests.ts';
import { siteText } from '../../../contracts/sites/words.ts';
import { siteScreenWords } from '../../../contracts/ui/words-sites.ts';
import { useSession } from '../../app/session.ts';
import { post } from '../../lib/api.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { PageFailed } from '../../ui/page-failed.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Refusal } from '../../ui/refusal.tsx';
import { siteQuery } from './calls.ts';
import { type Wish, WishFields, wishBody, wishFieldId } from './wish-fields.tsx';
import './sites.css';

const words = siteScreenWords.start;
const route = getRouteApi('/shell/column-requests/new');

interface Place {
  unitId: string;
  sectionId: string | null;
}

function useBegin(site: SiteWire) {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: ({ wish, place }: { wish: Wish; place: Place }) =>
      post(`/column-requests/${site.jurisdiction}`, {
        schema: columnRequest,
        body: {
          ...wishBody(wish),
          siteId: site.id,
          unitId: place.unitId,
          kind: place.sectionId === null ? 'section' : 'column',
          sectionId: place.sectionId,
        },
      }),
    onSuccess: ({ jurisdiction, id }) =>
      navigate({ to: '/column-requests/$jurisdiction/$id', params: { jurisdiction, id } }),
  });
}

function Begin({ site, place, units }: { site: SiteWire; place: Place; units: readonly [string, string][] }) {
  const begin = useBegin(site);
  const kind = place.sectionId === null ? 'section' : 'column';
  const [unitId, setUnitId] = useState(place.unitId);
  const unitName = units.find(([id]) => id === unitId)?.[1] ?? '';
  const [wish, setWish] = useState<Wish>({
    name: kind === 'section' ? siteText.sectionName(unitName).slice(0, 40) : '',
    updateClass: '',
    purpose: '',
  });
  const section = site.sections.find(({ id }) => id === place.sectionId);
  return (
    <section className="jz-card jz-request-form">
      <Refusal error={begin.error} fieldId={wishFieldId} />
      <Form layout="vertical" onFinish={() => begin.mutate({ wish, place: { ...place, unitId } })}>
        {units.length > 1 && kind === 'section' ? (
          <Form.Item label={words.unit} htmlFor="request-unit">
            <Select
              id="request-unit"
              value={unitId}
              options={units.map(([value, label]) => ({ value, label }))}
              onChange={setUnitId}
            />
          </Form.Item>
        ) : (
          <FactList
            facts={[[words.unit, unitName], ...(section ? ([[words.section, section.name]] as const) : [])]}
          />
        )}
        <WishFields kind={kind} wish={wish} classes={site.classes} onChange={setWish} />
        <Button type="primary" htmlType="submit" loading={begin.isPending}>
          {words.begin}
        </Button>
      </Form>
    </section>
  );
}

/** The first words of a request: for a section of one's unit, or for a column in it. */
export function StartRequest() {
  const { jurisdiction = '', site: siteId = '', section: sectionId } = route.useSearch();
  const { posts } = useSession();
  const found = useQuery({ ...siteQuery(jurisdiction, siteId), enabled: siteId !== '' });
  if (found.error) return <PageFailed error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton active />;
  const site = found.data;
  const kind = sectionId ? 'column' : 'section';
  const section = site.sections.find(({ id }) => id === sectionId);
  const own = new Map(posts.map(({ unitId, unitName }): [string, string] => [unitId, unitName]));
  const having = new Set(site.sections.map(({ unit }) => unit.id));
  const units = [...own].filter(([id]) => (section ? id === section.unit.id : !having.has(id)));
  const [first] = units;
  return (
    <>
      <PageHeader
        title={words.title[kind]}
        lead={words.lead}
        above={
          <Link to="/sites/$jurisdiction/$id" params={{ jurisdiction, id: siteId }}>
            ← {site.name}
          </Link>
        }
      />
      {first ? (
        <Begin site={site} place={{ unitId: first[0], sectionId: section?.id ?? null }} units={units} />
      ) : (
        <EmptyState title={words.noUnits} hint={words.noUnitsHint} />
      )}
    </>
  );
}
