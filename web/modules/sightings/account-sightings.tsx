import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import type { AccountSightings as Wire } from '../../../contracts/sightings/wire.ts';
import { sightingsScreenWords } from '../../../contracts/ui/words-sightings.ts';
import { fullDay, legalDay } from '../../lib/day.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { PageFailed } from '../../ui/page-failed.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { sightingsQuery } from './calls.ts';
import { DriftCard } from './drift-card.tsx';
import { RecordSighting } from './record-sighting.tsx';
import './sightings.css';

const words = sightingsScreenWords.account;
const form = sightingsScreenWords.form;
const route = getRouteApi('/shell/sightings/$jurisdiction/$id');

type Sighting = Wire['sightings'][number];

function seenText(row: Sighting): string {
  if (row.presence === 'gone') return words.gone;
  const parts: [string, string | null][] = [
    [form.name, row.name],
    [form.handle, row.handle],
    [form.uid, row.uid],
    [form.url, row.url],
    [form.certification, row.certification],
  ];
  return parts
    .filter(([, value]) => value)
    .map(([label, value]) => `${label}：${value}`)
    .join('；');
}

const columns: Column<Sighting>[] = [
  {
    key: 'at',
    title: words.at,
    fixed: true,
    width: 140,
    render: (row) => fullDay(legalDay(new Date(row.seenAt))),
  },
  { key: 'saw', title: words.saw, fixed: true, width: 360, render: seenText },
  { key: 'by', title: words.by, width: 220, render: (row) => row.by },
  { key: 'source', title: words.source, width: 110, render: (row) => row.sourceName },
  { key: 'note', title: form.note, width: 180, render: (row) => row.note },
];

function Filed({ account }: { account: Wire['account'] }) {
  return (
    <section className="jz-card">
      <h2>{words.facts}</h2>
      <FactList
        facts={[
          [words.name, account.name],
          [words.platform, account.platformName],
          [words.uid, account.uid],
          [words.url, account.url],
          [words.certification, account.certification],
        ]}
      />
    </section>
  );
}

function Names({ names }: { names: Wire['names'] }) {
  return (
    <section className="jz-card">
      <h2>{words.names}</h2>
      <ul className="jz-bullets">
        {names.map(({ kind, kindName, value, fromOn, toOn }) => (
          <li key={`${kind} ${fromOn} ${value}`}>
            {kindName}：{value} <span className="jz-soft">{words.since(fromOn, toOn)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One account on its platform: as filed, as it was seen, and what of it differs. */
export function AccountSightings() {
  const { jurisdiction, id } = route.useParams();
  const found = useQuery(sightingsQuery(jurisdiction, id));
  const [recording, setRecording] = useState(false);
  if (found.error) return <PageFailed error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton active />;
  const { account, drifts, sightings, names, abilities } = found.data;
  return (
    <>
      <PageHeader
        title={account.name}
        above={<Link to="/sightings">← {words.back}</Link>}
        lead={
          <>
            {account.platformName} ·{' '}
            <Link to="/accounts/$jurisdiction/$id" params={{ jurisdiction, id }}>
              {words.dossier}
            </Link>
          </>
        }
        actions={
          abilities.record ? (
            <Button type="primary" onClick={() => setRecording(true)}>
              {words.record}
            </Button>
          ) : null
        }
      />
      <section className="jz-card">
        <h2>{words.drifts}</h2>
        {drifts.length === 0 ? <p className="jz-soft">{words.noDrifts}</p> : null}
        <ul className="jz-drifts">
          {drifts.map((drift) => (
            <DriftCard key={drift.id} drift={drift} />
          ))}
        </ul>
      </section>
      <Filed account={account} />
      <section className="jz-card">
        <h2>{words.sightings}</h2>
        {sightings.length === 0 ? (
          <p className="jz-soft">{words.noSightings}</p>
        ) : (
          <DataTable
            name="sightings"
            label={words.sightings}
            columns={columns}
            rows={sightings}
            rowKey={(row) => row.id}
          />
        )}
      </section>
      <Names names={names} />
      <RecordSighting
        jurisdiction={jurisdiction}
        id={id}
        open={recording}
        onClose={() => setRecording(false)}
      />
    </>
  );
}
