import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { dossier } from '../../../contracts/accounts/wire.ts';
import type { Drift } from '../../../contracts/sightings/wire.ts';
import { sightingsScreenWords } from '../../../contracts/ui/words-sightings.ts';
import { get } from '../../lib/api.ts';
import { FormPanel } from '../../ui/form-panel.tsx';

const words = sightingsScreenWords.drift;

interface LinkFilingProps {
  drift: Drift;
  open: boolean;
  onLink: (filingId: string) => Promise<unknown>;
  onClose: () => void;
}

/** Links a finding to a filing of the account that settles it; where there is none yet, leads to the account. */
export function LinkFiling({ drift, open, onLink, onClose }: LinkFilingProps) {
  const { jurisdiction, account } = drift;
  const found = useQuery({
    queryKey: ['accounts', jurisdiction, account.id],
    queryFn: ({ signal }) => get(`/accounts/${jurisdiction}/${account.id}`, { schema: dossier, signal }),
    enabled: open,
  });
  const filings = (found.data?.filings ?? []).filter(
    ({ kind, state }) => kind !== 'open' && !['withdrawn', 'refused'].includes(state),
  );
  return (
    <FormPanel
      title={words.linkTitle}
      open={open}
      action={words.linkTitle}
      intro={
        <>
          <p>{filings.length === 0 && found.data ? words.noFilings : words.linkHint}</p>
          <p>
            <Link to="/accounts/$jurisdiction/$id" params={{ jurisdiction, id: account.id }}>
              {words.change}
            </Link>
          </p>
        </>
      }
      fields={[
        {
          key: 'filingId',
          label: words.linkLabel,
          type: 'select',
          required: true,
          options: filings.map(({ id, title, stateName }) => ({
            value: id,
            label: `${title}（${stateName}）`,
          })),
        },
      ]}
      onSubmit={(typed) => onLink(String(typed.filingId ?? ''))}
      onClose={onClose}
    />
  );
}
