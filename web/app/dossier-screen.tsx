import { getRouteApi } from '@tanstack/react-router';
import { AccountDossier } from '../modules/accounts/account-dossier.tsx';
import { AccountActivity } from '../modules/consolidation/account-activity.tsx';
import { DossierSections, ExportDossier } from '../modules/dossiers/dossier-sections.tsx';
import { AccountLedger } from '../modules/stewardship/account-ledger.tsx';

const route = getRouteApi('/shell/accounts/$jurisdiction/$id');

/** One account, one page: what the registry keeps on it, who answers for it, what else is known, all to be taken away. */
export function DossierScreen() {
  const { jurisdiction, id } = route.useParams();
  const account = { jurisdiction, accountId: id };
  return (
    <AccountDossier tools={<ExportDossier {...account} />}>
      <AccountLedger {...account} />
      <AccountActivity {...account} />
      <DossierSections {...account} />
    </AccountDossier>
  );
}
