import { useQuery } from '@tanstack/react-query';
import {
  type DossierPartsWire,
  type DossierSection,
  dossierParts,
} from '../../../contracts/dossiers/wire.ts';
import { stewardshipScreenWords } from '../../../contracts/ui/words-stewardship.ts';
import { apiUrl, get } from '../../lib/api.ts';
import { FactList } from '../../ui/fact-list.tsx';
import { LoadProblem } from '../../ui/load-problem.tsx';
import './dossiers.css';

const words = stewardshipScreenWords.dossier;

interface DossierProps {
  jurisdiction: string;
  accountId: string;
}

const useParts = ({ jurisdiction, accountId }: DossierProps) =>
  useQuery({
    queryKey: ['accounts', jurisdiction, accountId, 'dossier'],
    queryFn: ({ signal }) => get(`/dossiers/${jurisdiction}/${accountId}`, { schema: dossierParts, signal }),
  });

/** Sections that another part of the page shows with its own means. */
const SHOWN_ELSEWHERE = /^(ledger-|findings$|activity$)/;

const MEGABYTE = 1024 * 1024;
const sizeOf = ({ bytes }: DossierPartsWire) =>
  bytes < MEGABYTE ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / MEGABYTE).toFixed(1)} MB`;

/** Takes the whole dossier away as one archive. */
export function ExportDossier(props: DossierProps) {
  const parts = useParts(props);
  return (
    <a
      className="jz-button"
      href={apiUrl(`/dossiers/${props.jurisdiction}/${props.accountId}/dossier.zip`)}
      title={parts.data ? words.exportHint(parts.data.files, sizeOf(parts.data)) : undefined}
      download
    >
      {words.export}
    </a>
  );
}

function SectionTable({ section }: { section: DossierSection }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must be scrollable by keyboard
    <section className="jz-dossier-table" tabIndex={0} aria-label={section.title}>
      <table>
        <thead>
          <tr>
            {section.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {section.rows.map((row) => (
            <tr key={row.join(' ')}>
              {row.map((cell, at) => (
                <td key={section.columns[at]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What other modules know of the account: findings and the like, as they stand in the archive. */
export function DossierSections(props: DossierProps) {
  const parts = useParts(props);
  const sections = parts.data?.sections.filter(({ key }) => !SHOWN_ELSEWHERE.test(key)) ?? [];
  return (
    <>
      <LoadProblem error={parts.error} onRetry={() => void parts.refetch()} />
      {sections.map((section) => (
        <section key={section.key} className="jz-card">
          <h2>{section.title}</h2>
          {section.note ? <p className="jz-soft">{section.note}</p> : null}
          {section.facts.length > 0 ? (
            <FactList facts={section.facts.map(({ label, value }) => [label, value])} />
          ) : null}
          {section.rows.length > 0 ? <SectionTable section={section} /> : null}
        </section>
      ))}
    </>
  );
}
