import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { SectionWire, SiteWire } from '../../../contracts/sites/wire.ts';
import { siteScreenWords } from '../../../contracts/ui/words-sites.ts';
import { fullDay } from '../../lib/day.ts';
import { BasisTag } from '../../ui/basis-tag.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { AddColumn } from './column-forms.tsx';
import { ColumnList } from './column-list.tsx';
import { CloseSection, MoveSection } from './section-forms.tsx';

const words = siteScreenWords.site;

interface OfSection {
  site: SiteWire;
  section: SectionWire;
}

function differs({ section }: OfSection): boolean {
  return section.expected !== null && section.expected !== section.address;
}

function Address({ site, section }: OfSection) {
  return (
    <p>
      <span className="jz-address">{section.address}</span>
      {differs({ site, section }) ? (
        <span className="jz-address-right">
          <StateTag tone="warn">{words.expected}</StateTag>{' '}
          <span className="jz-address">{section.expected}</span>{' '}
          <BasisTag basis={site.patterns[0]?.basis ?? []} about={words.patterns} />
        </span>
      ) : null}
    </p>
  );
}

function People({ section }: OfSection) {
  if (section.people.length === 0) return null;
  return (
    <p className="jz-soft">
      {section.people.map(({ post, holders }) => (
        <span key={post} className="jz-upkeep">
          {post} {holders.length ? holders.join('、') : <StateTag tone="warn">{words.unfilled}</StateTag>}
        </span>
      ))}
    </p>
  );
}

function Missing({ section, onAdd }: OfSection & { onAdd: (name: string) => void }) {
  if (section.missing.length === 0) return null;
  return (
    <ul className="jz-missing">
      {section.missing.map(({ id, name, basis }) => (
        <li key={id} className="jz-row">
          <StateTag tone="danger">{words.missing}</StateTag> {name} <BasisTag basis={basis} about={name} />
          {section.abilities.addColumn ? (
            <Button size="small" onClick={() => onAdd(name)}>
              {words.addRequired(name)}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Actions({
  site,
  section,
  onOpen,
}: OfSection & { onOpen: (what: 'column' | 'move' | 'close') => void }) {
  const { abilities } = section;
  return (
    <p className="jz-row">
      {abilities.request ? (
        <Link
          to="/column-requests/new"
          search={{ jurisdiction: site.jurisdiction, site: site.id, section: section.id }}
          className="jz-button jz-button-primary"
        >
          {words.requestColumn}
        </Link>
      ) : null}
      {abilities.addColumn ? <Button onClick={() => onOpen('column')}>{words.addColumn}</Button> : null}
      {abilities.move ? (
        <Button onClick={() => onOpen('move')}>
          {differs({ site, section }) ? words.useExpected : words.move}
        </Button>
      ) : null}
      {abilities.close ? <Button onClick={() => onOpen('close')}>{words.close}</Button> : null}
    </p>
  );
}

function Section({ site, section, open }: OfSection & { open: boolean }) {
  const [form, setForm] = useState<{ what: 'column' | 'move' | 'close'; name?: string } | null>(null);
  const close = () => setForm(null);
  const of = { site, section };
  return (
    <li>
      <details className="jz-section" open={open}>
        <summary>
          <span className="jz-section-name">{section.unit.name}</span>{' '}
          <span className="jz-soft">{words.columnCount(section.columns.length)}</span>{' '}
          {differs(of) || section.missing.length ? (
            <StateTag tone="warn">
              {words.findingsCount((differs(of) ? 1 : 0) + section.missing.length)}
            </StateTag>
          ) : null}
        </summary>
        <div className="jz-section-body">
          <Address {...of} />
          <p className="jz-soft">
            {[section.name, section.builtOn ? words.builtOn(fullDay(section.builtOn)) : '']
              .filter(Boolean)
              .join(' · ')}
          </p>
          <People {...of} />
          <Missing {...of} onAdd={(name) => setForm({ what: 'column', name })} />
          <ColumnList
            site={site}
            section={section}
            columns={section.columns}
            label={words.columnsIn(section.name)}
          />
          <Actions {...of} onOpen={(what) => setForm({ what })} />
        </div>
      </details>
      {form?.what === 'column' ? (
        <AddColumn {...of} {...(form.name ? { name: form.name } : {})} onClose={close} />
      ) : null}
      {form?.what === 'move' ? <MoveSection {...of} onClose={close} /> : null}
      {form?.what === 'close' ? <CloseSection {...of} onClose={close} /> : null}
    </li>
  );
}

/** Units' own sections with their columns; those of one's own units and those with findings stand open. */
export function SectionTree({ site, units }: { site: SiteWire; units: readonly string[] }) {
  if (site.sections.length === 0) return <p className="jz-soft">{words.noSections}</p>;
  return (
    <ul className="jz-sections">
      {site.sections.map((section) => (
        <Section
          key={section.id}
          site={site}
          section={section}
          open={units.includes(section.unit.id) || section.missing.length > 0 || differs({ site, section })}
        />
      ))}
    </ul>
  );
}
