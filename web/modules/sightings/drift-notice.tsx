import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { sightingsScreenWords } from '../../../contracts/ui/words-sightings.ts';
import { StateTag } from '../../ui/state-tag.tsx';
import { sightingsQuery } from './calls.ts';
import { driftTones } from './drift-tones.ts';

const words = sightingsScreenWords.account;

/** What of an account differs from its filing, for its dossier: the findings that stand, and the way to all of them. */
export function DriftNotice({ jurisdiction, id }: { jurisdiction: string; id: string }) {
  const found = useQuery(sightingsQuery(jurisdiction, id));
  const standing = (found.data?.drifts ?? []).filter(({ state }) => state !== 'closed');
  return (
    <section className="jz-card">
      <h2>{words.drifts}</h2>
      {found.data && standing.length === 0 ? <p className="jz-soft">{words.noDrifts}</p> : null}
      <ul className="jz-bullets">
        {standing.map((drift) => (
          <li key={drift.id}>
            {drift.kindName} <StateTag tone={driftTones[drift.state]}>{drift.stateName}</StateTag>
          </li>
        ))}
      </ul>
      <Link to="/sightings/$jurisdiction/$id" params={{ jurisdiction, id }}>
        {sightingsScreenWords.list.open}
      </Link>
    </section>
  );
}
