import { portalWords as w } from '../../contracts/portal/words.ts';
import { Page, ROOT, type Visit } from './page.tsx';

/** Where the open data is and what its columns mean. */
export function DataPage({ visit }: { visit: Visit }) {
  return (
    <Page visit={visit} title={w.data.title} place="data">
      <p>{w.data.lead}</p>
      <ul className="links">
        <li>
          <a href={`${ROOT}/data/accounts.json`}>{w.data.json}</a>
        </li>
        <li>
          <a href={`${ROOT}/data/accounts.csv`}>{w.data.csv}</a>
        </li>
        <li>
          <a href={`${ROOT}/keys.json`}>{w.data.keys}</a>
        </li>
      </ul>
      <p>{w.data.area}</p>
      <h2>{w.data.fields}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{w.data.field}</th>
            <th scope="col">{w.data.meaning}</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(w.data.meanings).map(([field, meaning]) => (
            <tr key={field}>
              <th scope="row">
                <code>{field}</code>
              </th>
              <td>{meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Page>
  );
}
