import { portalWords as w } from '../../contracts/portal/words.ts';
import type { PublicAccount } from '../modules/accounts/index.ts';
import { ROOT, to, type Visit } from './page.tsx';

/** Where the page of an account is. */
export function accountPath({
  jurisdiction,
  number,
}: Pick<PublicAccount, 'jurisdiction' | 'number'>): string {
  return `${ROOT}/accounts/${encodeURIComponent(jurisdiction)}/${encodeURIComponent(number)}`;
}

export function StateMark({ state }: { state: PublicAccount['state'] }) {
  return <span className={`state ${state}`}>{w.states[state]}</span>;
}

/** Accounts one below the other: name, platform, host, state. */
export function AccountList({ visit, accounts }: { visit: Visit; accounts: readonly PublicAccount[] }) {
  return (
    <ul className="accounts">
      {accounts.map((account) => (
        <li key={account.id}>
          <p className="name">
            <a href={to(visit, accountPath(account))}>{account.name}</a> <StateMark state={account.state} />
          </p>
          <p className="about">
            {account.platformName}
            <span className="dot" aria-hidden="true">
              {' · '}
            </span>
            {account.host}
          </p>
        </li>
      ))}
    </ul>
  );
}
