import { type OpenAccount, openAccount } from '../../contracts/portal/wire.ts';
import type { Context } from '../kernel/context.ts';
import { eachPublicAccount, type PublicAccount } from '../modules/accounts/index.ts';
import { accountPath } from './account-parts.tsx';

const openColumns = Object.keys(openAccount.shape) as readonly (keyof OpenAccount)[];

/** An account as open data gives it; `site` is the public address of this installation. */
export function openView(ctx: Context, account: PublicAccount, site: string): OpenAccount {
  return {
    number: account.number,
    name: account.name,
    platform: account.platform,
    platformName: account.platformName,
    uid: account.uid,
    url: account.url,
    host: account.host,
    jurisdiction: account.jurisdiction,
    jurisdictionName: ctx.geography.get(account.jurisdiction)?.name ?? account.jurisdiction,
    state: account.state,
    openedOn: account.openedOn,
    page: `${site}${accountPath(account)}`,
  };
}

export type OpenFormat = 'json' | 'csv';

/** The whole list, of one jurisdiction with those below it or of all. */
export async function openData(
  ctx: Context,
  about: { readonly format: OpenFormat; readonly jurisdiction: string | undefined; readonly site: string },
): Promise<string> {
  const rows: string[] = [];
  for await (const some of eachPublicAccount(ctx, about.jurisdiction)) {
    for (const account of some) {
      const view = openView(ctx, account, about.site);
      rows.push(
        about.format === 'json' ? JSON.stringify(view) : csvLine(openColumns.map((key) => view[key])),
      );
    }
  }
  if (about.format === 'csv') return `\uFEFF${[csvLine(openColumns), ...rows].join('\r\n')}\r\n`;
  return `{"asOf":"${ctx.now.day}","total":${rows.length},"accounts":[${rows.join(',\n')}]}\n`;
}

/** What a spreadsheet would take for a formula is told to be text. */
const FORMULA = /^[=+\-@\t\r]/;

function csvLine(cells: readonly (string | null)[]): string {
  return cells
    .map((cell) => {
      const text = cell === null ? '' : FORMULA.test(cell) ? `'${cell}` : cell;
      return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    })
    .join(',');
}

/** Keeps an answer for some seconds, so that a thousand who ask at once cost one reading of the registry. */
export function keepFor(seconds: number, entries: number) {
  const kept = new Map<string, { readonly until: number; readonly body: Promise<string> }>();
  return (key: string, make: () => Promise<string>): Promise<string> => {
    const now = performance.now();
    const known = kept.get(key);
    if (known && known.until > now) return known.body;
    const body = make();
    kept.set(key, { until: now + seconds * 1000, body });
    body.catch(() => kept.delete(key));
    const [oldest] = kept.keys();
    if (kept.size > entries && oldest !== undefined) kept.delete(oldest);
    return body;
  };
}
