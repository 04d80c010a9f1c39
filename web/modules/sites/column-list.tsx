import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { ColumnWire, SectionWire, SiteWire } from '../../../contracts/sites/wire.ts';
import { siteScreenWords } from '../../../contracts/ui/words-sites.ts';
import { StateTag } from '../../ui/state-tag.tsx';
import { ChangeColumn, CloseColumn } from './column-forms.tsx';
import { Upkeep } from './upkeep.tsx';

const words = siteScreenWords.site;

function Actions({ site, column, inSection }: { site: SiteWire; column: ColumnWire; inSection: boolean }) {
  const [open, setOpen] = useState<'change' | 'close' | null>(null);
  const { change, close } = column.abilities;
  if (!change && !column.requestId) return null;
  const props = { site, column, inSection, onClose: () => setOpen(null) };
  return (
    <div className="jz-column-actions">
      {column.requestId ? (
        <Link
          to="/column-requests/$jurisdiction/$id"
          params={{ jurisdiction: site.jurisdiction, id: column.requestId }}
        >
          {words.request}
        </Link>
      ) : null}
      {change ? (
        <Button
          size="small"
          onClick={() => setOpen('change')}
          aria-label={`${words.changeColumn} ${column.name}`}
        >
          {words.changeColumn}
        </Button>
      ) : null}
      {close ? (
        <Button
          size="small"
          onClick={() => setOpen('close')}
          aria-label={`${words.closeColumn} ${column.name}`}
        >
          {words.closeColumn}
        </Button>
      ) : null}
      {open === 'change' ? <ChangeColumn {...props} /> : null}
      {open === 'close' ? <CloseColumn {...props} /> : null}
    </div>
  );
}

/** The columns of a section or of the main site: what each is called, who keeps it up, how often, and where it lies. */
export function ColumnList(props: {
  site: SiteWire;
  section?: SectionWire;
  columns: readonly ColumnWire[];
  label: string;
}) {
  const { site, section, columns, label } = props;
  if (columns.length === 0) return <p className="jz-soft">{words.noColumns}</p>;
  const acting = columns.some(({ abilities, requestId }) => abilities.change || requestId !== null);
  return (
    <ul className={acting ? 'jz-columns jz-columns-acting' : 'jz-columns'} aria-label={label}>
      {columns.map((column) => (
        <li key={column.id} className="jz-column">
          <div className="jz-column-name">
            <strong>{column.name}</strong>{' '}
            {column.required ? <StateTag tone="active">{words.required}</StateTag> : null}
            {section ? null : (
              <p className="jz-soft">
                {column.unit ? column.unit.name : <StateTag tone="warn">{words.nobody}</StateTag>}
              </p>
            )}
          </div>
          <div className="jz-column-class">
            <span>{column.className ?? words.noClass}</span>
            <Upkeep upkeep={column.upkeep} />
          </div>
          <div className="jz-column-address">
            <span className="jz-address">{column.address}</span>
          </div>
          <Actions site={site} column={column} inSection={section !== undefined} />
        </li>
      ))}
    </ul>
  );
}
