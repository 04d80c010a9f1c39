import type { Statement } from '../../contracts/portal/wire.ts';
import { portalWords as w } from '../../contracts/portal/words.ts';
import { KeepSize, Page, ROOT, to, type Visit } from './page.tsx';

export interface Verified {
  readonly text: string;
  /** null: nothing was asked. */
  readonly outcome: 'good' | 'changed' | 'bad' | null;
  readonly says: Statement | null;
  /** Path of the account's page here. */
  readonly path: string | null;
}

/** Checks a signed statement that somebody received. */
export function VerifyPage({ visit, verified }: { visit: Visit; verified: Verified }) {
  return (
    <Page visit={visit} title={w.verify.title} place={null}>
      <p>{w.verify.lead}</p>
      <form method="get" action={`${ROOT}/verify`} className="search">
        <label htmlFor="statement">{w.verify.label}</label>
        <textarea
          id="statement"
          name="statement"
          rows={6}
          maxLength={6000}
          defaultValue={verified.text}
          required
        />
        <KeepSize visit={visit} />
        <button type="submit">{w.verify.button}</button>
      </form>
      <Result visit={visit} verified={verified} />
    </Page>
  );
}

function Result({ visit, verified: { outcome, says, path } }: { visit: Visit; verified: Verified }) {
  if (outcome === null) return null;
  if (outcome === 'bad' || says === null) {
    return (
      <div className="verdict none" role="status">
        <h2>{w.verify.bad}</h2>
        <p>{w.verify.badNote}</p>
      </div>
    );
  }
  const { account } = says;
  return (
    <div className={outcome === 'good' ? 'verdict official' : 'verdict ended'} role="status">
      <h2>{w.verify[outcome]}</h2>
      <dl className="facts">
        {[
          [w.account.name, account.name],
          [w.account.platform, account.platformName],
          [w.account.host, account.host],
          [w.account.number, account.number],
          [w.account.state, w.states[account.state]],
          [w.verify.issuedOn, says.asOf],
        ].map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {path ? (
        <p>
          <a href={to(visit, path)}>{w.verify.page}</a>
        </p>
      ) : null}
    </div>
  );
}
