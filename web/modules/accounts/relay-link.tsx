import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { relayScreenWords as words } from '../../../contracts/ui/words-relay.ts';
import { relaysQuery } from './calls.ts';

/** The way to a park's page, for those who hand filings on. */
export function RelayLink() {
  const { data } = useQuery(relaysQuery);
  if (!data || (data.waiting.length === 0 && data.relays.length === 0)) return null;
  return (
    <Link to="/relays" className="jz-button">
      {data.waiting.length > 0 ? words.open(data.waiting.length) : words.openPast}
    </Link>
  );
}
