import { useQuery } from '@tanstack/react-query';
import { accountScreenWords } from '../../../contracts/ui/words-accounts.ts';
import { BasisTag } from '../../ui/basis-tag.tsx';
import { Warnings } from '../../ui/warnings.tsx';
import { missingHostsQuery } from './calls.ts';

const words = accountScreenWords.accounts;
const SHOWN = 20;

/** Units that shall have an account and have none, for whoever supervises them. */
export function MissingHosts() {
  const items = useQuery(missingHostsQuery).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Warnings title={words.missing(items.length)}>
      <ul className="jz-bullets">
        {items.slice(0, SHOWN).map(({ unit, jurisdictionName, basis }) => (
          <li key={unit.id}>
            {`${unit.name}（${jurisdictionName}）`} <BasisTag basis={basis} about={unit.name} />
          </li>
        ))}
      </ul>
    </Warnings>
  );
}
