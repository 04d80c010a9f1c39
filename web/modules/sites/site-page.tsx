import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import type { SiteFinding, SiteWire } from '../../../contracts/sites/wire.ts';
import { siteScreenWords } from '../../../contracts/ui/words-sites.ts';
import { useSession } from '../../app/session.ts';
import { fullDay } from '../../lib/day.ts';
import { BasisTag } from '../../ui/basis-tag.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { PageFailed } from '../../ui/page-failed.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { columnsUrl, siteQuery } from './calls.ts';
import { AddColumn } from './column-forms.tsx';
import { ColumnList } from './column-list.tsx';
import { ChangeSite } from './register-site.tsx';
import { AddSection } from './section-forms.tsx';
import { SectionTree } from './section-tree.tsx';
import './sites.css';

const words = siteScreenWords.site;
const fields = siteScreenWords.fields;
const route = getRouteApi('/shell/sites/$jurisdiction/$id');

function Facts({ site }: { site: SiteWire }) {
  return (
    <section className="jz-card">
      <h2>{words.facts}</h2>
      <FactList
        facts={[
          [
            words.domains,
            <span key="d" className="jz-address">
              {site.domains.join('、')}
            </span>,
          ],
          [fields.siteCode, site.siteCode],
          [fields.icp, site.icp],
          [fields.police, site.police],
          [fields.host, site.host.name],
          [words.supervisor, site.supervisor?.name],
          [
            words.builder,
            site.builder ? (
              <>
                {site.builder.name} <BasisTag basis={site.builderBasis} about={words.builder} />
              </>
            ) : null,
          ],
          [fields.openedOn, site.openedOn ? fullDay(site.openedOn) : null],
          [words.account, <Channel key="a" site={site} />],
          ...site.patterns.map(
            ({ label, pattern, basis }) =>
              [
                label,
                <span key={label}>
                  <span className="jz-address">{pattern}</span> <BasisTag basis={basis} about={label} />
                </span>,
              ] as const,
          ),
        ]}
      />
    </section>
  );
}

function Channel({ site }: { site: SiteWire }) {
  if (!site.account) return words.noAccount;
  return (
    <Link to="/accounts/$jurisdiction/$id" params={{ jurisdiction: site.jurisdiction, id: site.account.id }}>
      {site.account.name}
    </Link>
  );
}

const FOLDED = 'sites.unit-without';

function Finding({ finding }: { finding: SiteFinding }) {
  return (
    <li>
      <strong>{finding.about.name}</strong>
      <span>{finding.message}</span> <BasisTag basis={finding.basis} about={finding.message} />
    </li>
  );
}

function Findings({ site }: { site: SiteWire }) {
  const shown = site.findings.filter(({ code }) => code !== FOLDED);
  const basis = site.findings.find(({ code }) => code === FOLDED)?.basis ?? [];
  return (
    <section className="jz-card">
      <h2>
        {words.findings}{' '}
        {shown.length ? <span className="jz-soft">{words.findingsCount(shown.length)}</span> : null}
      </h2>
      {shown.length === 0 ? <p className="jz-soft">{words.noFindings}</p> : null}
      <ul className="jz-site-findings">
        {shown.map((finding) => (
          <Finding key={`${finding.code} ${finding.about.id} ${finding.message}`} finding={finding} />
        ))}
      </ul>
      {site.without.length ? (
        <details className="jz-without">
          <summary>{words.without(site.without.length)}</summary>
          <p>
            {site.without.map(({ name }) => name).join('、')}{' '}
            <BasisTag basis={basis} about={words.sections} />
          </p>
        </details>
      ) : null}
    </section>
  );
}

type Form = 'change' | 'section' | 'column';

function HeadActions({ site, onOpen }: { site: SiteWire; onOpen: (form: Form) => void }) {
  const { jurisdiction, id, abilities } = site;
  return (
    <>
      {abilities.request ? (
        <Link
          to="/column-requests/new"
          search={{ jurisdiction, site: id }}
          className="jz-button jz-button-primary"
        >
          {words.requestSection}
        </Link>
      ) : null}
      {abilities.addSection ? <Button onClick={() => onOpen('section')}>{words.addSection}</Button> : null}
      {abilities.change ? <Button onClick={() => onOpen('change')}>{words.change}</Button> : null}
      <a className="jz-button" href={columnsUrl(jurisdiction, id)} download>
        {words.export}
      </a>
    </>
  );
}

function Site({ site }: { site: SiteWire }) {
  const { posts } = useSession();
  const [form, setForm] = useState<Form | null>(null);
  const close = () => setForm(null);
  return (
    <>
      <PageHeader
        title={site.name}
        above={<Link to="/sites">← {words.back}</Link>}
        lead={[site.jurisdictionName, site.host.name].join(' · ')}
        actions={<HeadActions site={site} onOpen={setForm} />}
      />
      <div className="jz-site">
        <div className="jz-site-main">
          <section className="jz-card">
            <div className="jz-site-head">
              <h2>{words.main}</h2>
              {site.abilities.addColumn ? (
                <Button onClick={() => setForm('column')}>{words.addColumn}</Button>
              ) : null}
            </div>
            <ColumnList site={site} columns={site.main} label={words.main} />
          </section>
          <section className="jz-card">
            <h2>{words.sections}</h2>
            <SectionTree site={site} units={posts.map(({ unitId }) => unitId)} />
          </section>
        </div>
        <div className="jz-site-side">
          <Findings site={site} />
          <Facts site={site} />
        </div>
      </div>
      {form === 'change' ? <ChangeSite site={site} onClose={close} /> : null}
      {form === 'section' ? <AddSection site={site} onClose={close} /> : null}
      {form === 'column' ? <AddColumn site={site} onClose={close} /> : null}
    </>
  );
}

/** One website: its tree of sections and columns, who keeps up what, and what is not as the regulation wants it. */
export function SitePage() {
  const { jurisdiction, id } = route.useParams();
  const found = useQuery(siteQuery(jurisdiction, id));
  if (found.error) return <PageFailed error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton active />;
  return <Site site={found.data} />;
}
