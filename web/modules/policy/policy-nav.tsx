import { policyScreenWords } from '../../../contracts/ui/words-policy.ts';
import { SubNav } from '../../ui/sub-nav.tsx';
import './policy.css';

const words = policyScreenWords.nav;

const pages = [
  { to: '/policy', title: words.regulations, exact: true },
  { to: '/policy/holds', title: words.holds },
  { to: '/policy/due', title: words.due },
  { to: '/policy/trace', title: words.trace },
  { to: '/policy/calendar', title: words.calendar },
];

/** The pages on regulations. */
export function PolicyNav() {
  return <SubNav label={words.label} pages={pages} />;
}
