import { Link } from '@tanstack/react-router';
import { policyScreenWords } from '../../../contracts/ui/words-policy.ts';
import './policy.css';

const words = policyScreenWords.nav;

const pages = [
  { to: '/policy', title: words.regulations, exact: true },
  { to: '/policy/holds', title: words.holds, exact: false },
  { to: '/policy/due', title: words.due, exact: false },
  { to: '/policy/trace', title: words.trace, exact: false },
  { to: '/policy/calendar', title: words.calendar, exact: false },
] as const;

/** The pages on regulations, as links in a row. */
export function PolicyNav() {
  return (
    <nav className="jz-subnav" aria-label={words.label}>
      <ul>
        {pages.map(({ to, title, exact }) => (
          <li key={to}>
            <Link
              to={to}
              className="jz-subnav-link"
              activeOptions={{ exact, includeSearch: false }}
              activeProps={{ className: 'jz-subnav-link jz-subnav-active', 'aria-current': 'page' }}
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
