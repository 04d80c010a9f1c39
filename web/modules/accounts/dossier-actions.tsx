import { Link } from '@tanstack/react-router';
import type { Dossier } from '../../../contracts/accounts/wire.ts';
import { matterScreenWords as words } from '../../../contracts/ui/words-matters.ts';

/** What may be filed on the account now, or the filing that is under way. */
export function DossierActions({ dossier }: { dossier: Dossier }) {
  const { jurisdiction, id } = dossier.account;
  const { start, underWay } = dossier.abilities;
  if (underWay) {
    return (
      <Link
        to="/filings/$jurisdiction/$id"
        params={{ jurisdiction, id: underWay.id }}
        className="jz-button"
        title={words.underWayHint}
      >
        {words.underWay(underWay.title, underWay.stateName)}
      </Link>
    );
  }
  return start.map((kind) => (
    <Link
      key={kind}
      to="/accounts/$jurisdiction/$id/$kind"
      params={{ jurisdiction, id, kind }}
      className="jz-button"
    >
      {words.start[kind]}
    </Link>
  ));
}
