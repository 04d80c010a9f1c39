import { portalWords as w } from '../../contracts/portal/words.ts';
import type { PublicAccount } from '../modules/accounts/index.ts';
import { AccountList } from './account-parts.tsx';
import { KeepSize, Page, ROOT, type Visit } from './page.tsx';

/** What came of asking whether something is official. */
export interface Verdict {
  readonly kind:
    | 'official'
    | 'ended'
    | 'former'
    | 'same-name'
    | 'similar-name'
    | 'none'
    | 'short-link'
    | 'several-links'
    | 'content-link'
    | 'no-account';
  readonly accounts: readonly PublicAccount[];
}

/** "Is this account official?": a link or a name, and an answer that nobody can misread. */
export function CheckPage({ visit, q, verdict }: { visit: Visit; q: string; verdict: Verdict | null }) {
  return (
    <Page visit={visit} title={w.check.title} place="check">
      <p>{w.check.lead}</p>
      <CheckForm visit={visit} q={q} />
      {verdict ? <Answer visit={visit} verdict={verdict} /> : null}
    </Page>
  );
}

export function CheckForm({ visit, q }: { visit: Visit; q: string }) {
  return (
    <form method="get" action={`${ROOT}/check`} className="search">
      <label htmlFor="check">{w.check.label}</label>
      <input
        id="check"
        name="q"
        type="text"
        maxLength={2000}
        defaultValue={q}
        placeholder={w.check.hint}
        required
      />
      <KeepSize visit={visit} />
      <button type="submit">{w.check.button}</button>
    </form>
  );
}

const TONES: Readonly<Record<Verdict['kind'], 'official' | 'ended' | 'none'>> = {
  official: 'official',
  'same-name': 'ended',
  'similar-name': 'ended',
  ended: 'ended',
  none: 'none',
  former: 'none',
  'short-link': 'ended',
  'several-links': 'ended',
  'content-link': 'ended',
  'no-account': 'ended',
};

function Answer({ visit, verdict }: { visit: Visit; verdict: Verdict }) {
  const { title, note } = sentence(verdict);
  return (
    <section className={`verdict ${TONES[verdict.kind]}`} role="status">
      <h2>{title}</h2>
      {note ? <p>{note}</p> : null}
      {verdict.accounts.length > 0 ? <AccountList visit={visit} accounts={verdict.accounts} /> : null}
    </section>
  );
}

function sentence({ kind, accounts }: Verdict): { title: string; note?: string | undefined } {
  const [first] = accounts;
  switch (kind) {
    case 'official':
      return { title: w.check.official, note: first && w.check.officialNote(first.host) };
    case 'ended':
      return { title: w.check.ended, note: first && w.stateNotes[first.state] };
    case 'same-name':
      return { title: w.check.nameFound(accounts.length), note: w.check.nameNote };
    case 'similar-name':
      return { title: w.check.none, note: w.check.nameSimilar };
    case 'short-link':
      return { title: w.check.shortLink, note: w.check.shortLinkNote };
    case 'several-links':
      return { title: w.check.severalLinks, note: w.check.severalLinksNote };
    case 'former':
      return { title: w.check.former, note: w.check.formerNote };
    case 'content-link':
      return { title: w.check.contentLink, note: w.check.contentLinkNote };
    case 'no-account':
      return { title: w.check.noAccount, note: w.check.noAccountNote };
    case 'none':
      return { title: w.check.none, note: w.check.noneNote };
  }
}
