import { portalWords as w } from '../../contracts/portal/words.ts';
import type { PublicAccount } from '../modules/accounts/index.ts';
import { AccountList } from './account-parts.tsx';
import { KeepSize, Page, ROOT, type Visit } from './page.tsx';
import { Pages } from './pages.tsx';

export interface Search {
  readonly q: string;
  readonly platform?: string | undefined;
  readonly state?: string | undefined;
  readonly jurisdiction?: string | undefined;
  readonly page: number;
}

interface Choice {
  readonly id: string;
  readonly name: string;
}

/** The list of accounts with its question above it. */
export function SearchPage(props: {
  visit: Visit;
  search: Search;
  platforms: readonly Choice[];
  items: readonly PublicAccount[];
  total: number;
}) {
  const { visit, search, items, total } = props;
  return (
    <Page visit={visit} title={w.searchTitle} place="accounts">
      <SearchForm visit={visit} search={search} platforms={props.platforms} />
      {total === 0 ? (
        <div className="verdict none">
          <p>
            <strong>{w.foundNone}</strong>
          </p>
          <p>{w.foundNoneNext}</p>
        </div>
      ) : (
        <>
          <p className="count">{search.q ? w.foundFor(search.q, total) : w.found(total)}</p>
          <AccountList visit={visit} accounts={items} />
          <Pages
            visit={visit}
            page={search.page}
            total={total}
            at={(page) => `${ROOT}/accounts?${queryOf(search, page)}`}
          />
        </>
      )}
    </Page>
  );
}

const STATES = Object.entries(w.states).map(([id, name]) => ({ id, name }));

function SearchForm(props: { visit: Visit; search: Search; platforms: readonly Choice[] }) {
  const { search } = props;
  return (
    <form className="search" method="get" action={`${ROOT}/accounts`}>
      <label htmlFor="q">{w.searchLabel}</label>
      <input
        id="q"
        name="q"
        type="search"
        maxLength={60}
        defaultValue={search.q}
        placeholder={w.searchHint}
      />
      <div className="filters">
        <Chooser
          name="platform"
          label={w.platform}
          any={w.anyPlatform}
          all={props.platforms}
          now={search.platform}
        />
        <Chooser name="state" label={w.state} any={w.anyState} all={STATES} now={search.state} />
      </div>
      {search.jurisdiction ? <input type="hidden" name="jurisdiction" value={search.jurisdiction} /> : null}
      <KeepSize visit={props.visit} />
      <button type="submit">{w.searchButton}</button>
    </form>
  );
}

function Chooser(props: {
  name: string;
  label: string;
  any: string;
  all: readonly Choice[];
  now: string | undefined;
}) {
  return (
    <div>
      <label htmlFor={props.name}>{props.label}</label>
      <select id={props.name} name={props.name} defaultValue={props.now ?? ''}>
        <option value="">{props.any}</option>
        {props.all.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

function queryOf({ q, platform, state, jurisdiction }: Search, page: number): string {
  const asked = Object.entries({ q, platform, state, jurisdiction, page: String(page) });
  return new URLSearchParams(asked.filter((each): each is [string, string] => Boolean(each[1]))).toString();
}
