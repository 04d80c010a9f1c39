import type { FilingWire } from '../../../contracts/accounts/wire.ts';
import { accountScreenWords } from '../../../contracts/ui/words-accounts.ts';
import { printUrl } from './calls.ts';

const words = accountScreenWords.filing;

/** The paper form made from the record, to look at and to take away. */
export function PrintLinks({ filing }: { filing: FilingWire }) {
  return (
    <>
      <a
        className="jz-button"
        href={printUrl(filing.jurisdiction, filing.id, 'pdf')}
        target="_blank"
        rel="noreferrer"
      >
        {words.pdf}
      </a>
      <a className="jz-button" href={printUrl(filing.jurisdiction, filing.id, 'docx')} download>
        {words.docx}
      </a>
    </>
  );
}
