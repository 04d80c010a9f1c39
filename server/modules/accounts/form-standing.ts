import { coreFields } from '../../../contracts/accounts/words.ts';
import { type Change, coreKeys, type Field, type FormModel, fieldsOf } from './form-model.ts';
import type { Account, Detail, Filing, FormValue, FormValues, Standing } from './model.ts';

/** An account's data as a filing finds them. */
export function standingOf(account: Account): Standing {
  return {
    version: account.version,
    state: account.state,
    hostUnitId: account.hostUnitId,
    hostName: account.hostName,
    platform: account.platform,
    name: account.name,
    platformUid: account.platformUid,
    url: account.url,
    certification: account.certification,
    openedOn: account.openedOn,
    filingNumber: account.filingNumber,
    details: account.details,
  };
}

/** The account's data as answers, by the keys of the questions that ask for them. */
export function standingValues(standing: Standing): FormValues {
  return {
    ...Object.fromEntries(standing.details.map(({ key, value }) => [key, value])),
    [coreKeys.platform]: standing.platform,
    [coreKeys.name]: standing.name,
    [coreKeys.uid]: standing.platformUid,
    [coreKeys.url]: standing.url,
    [coreKeys.certification]: standing.certification,
  };
}

/** Columns of the account that a change may alter. */
const ALTERABLE: readonly string[] = [coreKeys.name, coreKeys.uid, coreKeys.url, coreKeys.certification];

function alters({ key, detail }: Field): boolean {
  return detail || ALTERABLE.includes(key);
}

const filled = (value: FormValue | undefined): FormValue =>
  value === undefined || value === '' || value === false ? null : value;

/**
 * What a change alters: every answer on the account that is not the one in the registry, and the host. Data that the
 * form does not ask stay as they are.
 */
export function changesOf(
  form: FormModel,
  filing: Pick<Filing, 'standing' | 'newHost' | 'kind'>,
  values: FormValues,
): Change[] {
  const { standing, newHost } = filing;
  if (filing.kind !== 'change' || !standing) return [];
  const known = standingValues(standing);
  const altered = fieldsOf(form)
    .filter(alters)
    .map(({ key, label }) => ({
      key,
      label,
      before: filled(known[key]),
      after: filled(values[key]),
    }))
    .filter(({ before, after }) => before !== after);
  if (!newHost || newHost.id === standing.hostUnitId) return altered;
  const host = { before: standing.hostName, after: newHost.name };
  return [{ key: coreKeys.newHost, label: coreFields.host, ...host }, ...altered];
}

/** The account with what a change alters; only what the filing altered, whatever else happened to the account since. */
export function altered(account: Account, changes: readonly Change[]): Account {
  const after = new Map(changes.map(({ key, after }) => [key, after]));
  const text = (key: string, standing: string | null) => {
    if (!after.has(key)) return standing;
    const value = after.get(key);
    return typeof value === 'string' ? value : null;
  };
  return {
    ...account,
    name: text(coreKeys.name, account.name) ?? account.name,
    platformUid: text(coreKeys.uid, account.platformUid),
    url: text(coreKeys.url, account.url),
    certification: text(coreKeys.certification, account.certification),
    details: alteredDetails(account.details, changes),
  };
}

function alteredDetails(details: readonly Detail[], changes: readonly Change[]): Detail[] {
  const own = changes.filter(({ key }) => key !== coreKeys.newHost && !ALTERABLE.includes(key));
  const known = new Set(details.map(({ key }) => key));
  return [
    ...details.map((detail) => {
      const change = own.find(({ key }) => key === detail.key);
      return change ? { key: detail.key, label: change.label, value: change.after } : detail;
    }),
    ...own
      .filter(({ key }) => !known.has(key))
      .map(({ key, label, after }) => ({ key, label, value: after })),
  ].filter(({ value }) => value !== null);
}
