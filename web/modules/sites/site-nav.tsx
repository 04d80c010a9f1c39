import { siteScreenWords } from '../../../contracts/ui/words-sites.ts';
import { SubNav } from '../../ui/sub-nav.tsx';
import './sites.css';

const words = siteScreenWords.nav;

/** The pages on websites and on requests for columns. */
export function SiteNav() {
  return (
    <SubNav
      label={words.label}
      pages={[
        { to: '/sites', title: words.sites },
        { to: '/column-requests', title: words.requests },
      ]}
    />
  );
}
