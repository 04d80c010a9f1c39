import type { ColumnRequestWire } from '../../../contracts/sites/wire-requests.ts';
import { siteScreenWords } from '../../../contracts/ui/words-sites.ts';
import { BasisTag } from '../../ui/basis-tag.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { printUrl } from './calls.ts';
import { Upkeep } from './upkeep.tsx';
import './sites.css';

const words = siteScreenWords.request;

/** What a request asks for and what follows from it: the address with how it came about, the interval with its basis. */
export function RequestFacts({ request, whole }: { request: ColumnRequestWire; whole: boolean }) {
  const { kind, upkeep, explanation } = request;
  return (
    <section className="jz-card">
      <h2>{whole ? words.content : words.derived}</h2>
      <FactList
        facts={[
          [words.site, request.site.name],
          ...(request.sectionName ? ([[words.place, request.sectionName]] as const) : []),
          ...(whole
            ? ([
                [kind === 'section' ? words.sectionName : words.name, request.name],
                ...(kind === 'column' ? ([[words.updateClass, request.className]] as const) : []),
              ] as const)
            : []),
          ...(upkeep.length ? ([[words.upkeep, <Upkeep key="u" upkeep={upkeep} />]] as const) : []),
          [
            words.address,
            request.address ? (
              <span key="address">
                <span className="jz-address">{request.address}</span>{' '}
                <BasisTag basis={request.addressBasis} about={words.address} />
              </span>
            ) : null,
          ],
          ...(explanation ? ([[words.addressBy, explanation]] as const) : []),
          [words.builder, request.builder],
          ...(whole
            ? ([
                [
                  words.purpose,
                  <span key="p" className="jz-purpose">
                    {request.purpose}
                  </span>,
                ],
              ] as const)
            : []),
        ]}
      />
    </section>
  );
}

/** The paper form made from the record. */
export function RequestPrints({ request }: { request: ColumnRequestWire }) {
  const { jurisdiction, id } = request;
  return (
    <>
      <a className="jz-button" href={printUrl(jurisdiction, id, 'pdf')} target="_blank" rel="noreferrer">
        {words.pdf}
      </a>
      <a className="jz-button" href={printUrl(jurisdiction, id, 'docx')} download>
        {words.docx}
      </a>
    </>
  );
}
