import { checkingScreenWords } from '../../../contracts/ui/words-checking.ts';
import { SubNav } from '../../ui/sub-nav.tsx';
import './checking.css';

const words = checkingScreenWords.nav;

const pages = [
  { to: '/checks', title: words.check, exact: true },
  { to: '/checks/records', title: words.records },
  { to: '/checks/overrides', title: words.overrides },
  { to: '/checks/lexicon', title: words.lexicon },
];

/** The pages on content checks. */
export function CheckingNav() {
  return <SubNav label={words.label} pages={pages} />;
}
