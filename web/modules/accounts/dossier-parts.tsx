import { Link } from '@tanstack/react-router';
import type { Dossier } from '../../../contracts/accounts/wire.ts';
import { accountScreenWords } from '../../../contracts/ui/words-accounts.ts';
import { fullDay, fullInstant } from '../../lib/day.ts';
import { BasisTag } from '../../ui/basis-tag.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { filingTones } from './account-tones.ts';
import { fileUrl, printUrl } from './calls.ts';

const words = accountScreenWords.dossier;
const filingWords = accountScreenWords.filing;
const entryWords = accountScreenWords.entry;

interface PartProps {
  dossier: Dossier;
}

/** The filings of the account, each with its printed form. */
export function DossierFilings({ dossier }: PartProps) {
  const { jurisdiction } = dossier.account;
  return (
    <section className="jz-card">
      <h2>{words.filings}</h2>
      <ul className="jz-lines">
        {dossier.filings.map((each) => (
          <li key={each.id}>
            <p>
              {dossier.abilities.readFiling ? (
                <Link to="/filings/$jurisdiction/$id" params={{ jurisdiction, id: each.id }}>
                  {each.title}
                </Link>
              ) : (
                each.title
              )}{' '}
              <StateTag tone={filingTones[each.state]}>{each.stateName}</StateTag>
            </p>
            <p className="jz-soft">
              {[
                filingWords.revision(each.revision),
                each.filingNumber,
                each.submittedAt ? fullInstant(each.submittedAt) : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {dossier.abilities.readFiling ? (
              <p className="jz-row">
                <a href={printUrl(jurisdiction, each.id, 'pdf')} target="_blank" rel="noreferrer">
                  {filingWords.pdf}
                </a>
                <a href={printUrl(jurisdiction, each.id, 'docx')} download>
                  {filingWords.docx}
                </a>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The papers attached to any of its filings. */
export function DossierFiles({ dossier }: PartProps) {
  return (
    <section className="jz-card">
      <h2>{words.files}</h2>
      {dossier.files.length === 0 ? <p className="jz-soft">{words.noFiles}</p> : null}
      <ul className="jz-lines">
        {dossier.files.map((file) => (
          <li key={file.id}>
            <p>
              <a href={fileUrl(dossier.account.jurisdiction, file.filingId, file.id)}>{file.name}</a>
            </p>
            <p className="jz-soft">
              {file.title} · {fullInstant(file.uploadedAt)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was, or has still to be, entered in systems outside. */
export function DossierEntries({ dossier }: PartProps) {
  if (dossier.entries.length === 0) return null;
  return (
    <section className="jz-card">
      <h2>{words.entries}</h2>
      <ul className="jz-lines">
        {dossier.entries.map((entry) => (
          <li key={entry.id}>
            <p>
              {entry.system} <StateTag>{entryWords.states[entry.state]}</StateTag>{' '}
              <BasisTag basis={entry.basis} about={entry.system} />
            </p>
            <p className="jz-soft">
              {[entry.enteredOn ? entryWords.doneOn(fullDay(entry.enteredOn)) : entry.by, entry.number]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

const SHOWN_ENTRIES = 5;

function AuditLines({ entries }: { entries: Dossier['audit'] }) {
  return (
    <ul className="jz-lines">
      {entries.map((entry) => (
        <li key={`${entry.jurisdiction} ${entry.seq}`}>
          <p>
            {entry.actionName} <span className="jz-soft">{entry.subjectName}</span>
          </p>
          <p className="jz-soft">
            {[fullInstant(entry.at), entry.post, entry.who].filter(Boolean).join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** The trail of this account, the newest entries first, older ones folded. */
export function DossierAudit({ dossier }: PartProps) {
  const older = dossier.audit.slice(SHOWN_ENTRIES);
  return (
    <section className="jz-card">
      <h2>{words.audit}</h2>
      <AuditLines entries={dossier.audit.slice(0, SHOWN_ENTRIES)} />
      {older.length ? (
        <details className="jz-audit-more">
          <summary>{words.older(older.length)}</summary>
          <AuditLines entries={older} />
        </details>
      ) : null}
    </section>
  );
}
