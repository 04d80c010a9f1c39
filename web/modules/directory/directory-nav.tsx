import { directoryScreenWords } from '../../../contracts/ui/words-directory.ts';
import { useSession } from '../../app/session.ts';
import { SubNav } from '../../ui/sub-nav.tsx';
import './directory.css';

const words = directoryScreenWords.nav;

/** The pages on units and people; importing only for those who administer. */
export function DirectoryNav() {
  const { abilities } = useSession();
  const pages = [
    { to: '/directory', title: words.units, exact: true },
    { to: '/directory/people', title: words.people },
    ...(abilities.administer ? [{ to: '/directory/import', title: words.import }] : []),
  ];
  return <SubNav label={words.label} pages={pages} />;
}
