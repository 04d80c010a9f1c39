import { identityScreenWords } from '../../../contracts/ui/words-identity.ts';
import './identity.css';

const words = identityScreenWords.signIn;

interface DemoAccount {
  userName: string;
  password: string;
  post: string;
  unit: string;
}

interface DemoAccountsProps {
  accounts: readonly DemoAccount[];
  onPick: (pick: { userName: string; password: string }) => void;
}

/** The sign-ins of a demonstration, by unit; one click fills the form. Empty outside demonstrations. */
export function DemoAccounts({ accounts, onPick }: DemoAccountsProps) {
  if (accounts.length === 0) return null;
  const units = [...new Set(accounts.map((each) => each.unit))];
  return (
    <details className="jz-demo">
      <summary>{words.demoHeading}</summary>
      <p className="jz-plain-hint">{words.demoHint}</p>
      {units.map((unit) => (
        <div key={unit} className="jz-demo-unit">
          <p>{unit}</p>
          <ul>
            {accounts
              .filter((each) => each.unit === unit)
              .map((each) => (
                <li key={each.userName}>
                  <button
                    type="button"
                    className="jz-demo-pick"
                    aria-label={words.demoFill(unit, each.post)}
                    onClick={() => onPick({ userName: each.userName, password: each.password })}
                  >
                    {each.post}
                  </button>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </details>
  );
}
