import { Link } from '@tanstack/react-router';
import './sub-nav.css';

interface SubNavProps {
  label: string;
  pages: readonly { to: string; title: string; exact?: boolean }[];
}

/** The pages of one section, as links in a row; the open one is marked for eye and ear. */
export function SubNav({ label, pages }: SubNavProps) {
  return (
    <nav className="jz-subnav" aria-label={label}>
      <ul>
        {pages.map(({ to, title, exact = false }) => (
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
