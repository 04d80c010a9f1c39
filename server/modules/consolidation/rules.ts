import type { Answer } from '../../policy/index.ts';
import type { Finding, ProposalKind, ScreenedAccount } from './model.ts';
import { similar } from './rules-pairs.ts';
import { type Criteria, finding, judge, limitsOf, type Screening, useReasons } from './rules-screening.ts';
import { idleFrom, lastPost } from './rules-use.ts';

/** What regulations call the cases, and which of ours each of them is. */
const KINDS: Readonly<Record<string, readonly ProposalKind[]>> = {
  'same-platform': ['same-platform'],
  'several-accounts': ['same-platform', 'several-apps'],
  similar: ['similar'],
  'low-use': ['low-use'],
  stale: ['idle'],
  idle: ['idle'],
  'no-maintainer': ['no-maintainer'],
};

/** The kinds that a jurisdiction's criteria name: nothing else is proposed there. */
export function kindsOf({ criteria }: Pick<Criteria, 'criteria'>): ReadonlySet<ProposalKind> {
  return new Set((criteria.value ?? []).flatMap(({ id }) => KINDS[id] ?? []));
}

/** What regulations call an account whose host cannot keep it. */
const UNMAINTAINED = ['unmaintained', 'incapable'];

/** Whether accounts that their host cannot keep have to be closed (LZ-11b, GD-3.2b). */
export function closesUnmaintained({ value }: Answer<readonly { id: string; label: string }[]>): boolean {
  return (value ?? []).some(({ id }) => UNMAINTAINED.includes(id));
}

/**
 * What is proposed of all accounts of a jurisdiction (LZ-11b, WJ-5, GD-3.2a, FS-14, QJ-14). Pure: the same facts give the
 * same findings with the same keys.
 */
export function screen(screening: Screening): Finding[] {
  const kinds = kindsOf(screening.says);
  return [
    ...(kinds.has('same-platform') ? samePlatform(screening) : []),
    ...(kinds.has('several-apps') ? severalApps(screening) : []),
    ...(kinds.has('similar') ? similar(screening) : []),
    ...(kinds.has('low-use') ? littleUsed(screening) : []),
    ...(kinds.has('idle') ? idle(screening) : []),
    ...(kinds.has('no-maintainer') ? untended(screening) : []),
  ];
}

function groups(
  accounts: readonly ScreenedAccount[],
  keyOf: (account: ScreenedAccount) => string,
): Map<string, ScreenedAccount[]> {
  const found = new Map<string, ScreenedAccount[]>();
  for (const account of accounts) {
    const key = keyOf(account);
    const before = found.get(key);
    if (before) before.push(account);
    else found.set(key, [account]);
  }
  return found;
}

/** More accounts of one host on one platform than are allowed; those excused with a reason do not count. */
function samePlatform(screening: Screening): Finding[] {
  const { perPlatform } = screening.says;
  const max = perPlatform.value?.max ?? 1;
  const counted = screening.accounts.filter(
    ({ excused, channelKind }) => !excused.includes('one-per-platform') && channelKind === 'account',
  );
  return [...groups(counted, ({ hostUnitId, platform }) => `${hostUnitId}:${platform}`)]
    .filter(([, held]) => held.length > max)
    .map(([key, held]) =>
      finding(screening, {
        kind: 'same-platform',
        key,
        accounts: held,
        reasons: [
          {
            code: 'reason.same-platform',
            facts: {
              host: held[0]?.hostName ?? '',
              platform: held[0]?.platformName ?? '',
              n: held.length,
              max,
            },
          },
          ...useReasons(screening, held),
        ],
        rests: [perPlatform],
      }),
    );
}

function severalApps(screening: Screening): Finding[] {
  const { apps } = screening.says;
  const max = apps.value?.max ?? 1;
  const counted = screening.accounts.filter(
    ({ excused, channelKind }) => channelKind === 'app' && !excused.includes('one-app'),
  );
  return [...groups(counted, ({ hostUnitId }) => hostUnitId)]
    .filter(([, held]) => held.length > max)
    .map(([key, held]) =>
      finding(screening, {
        kind: 'several-apps',
        key,
        accounts: held,
        reasons: [
          {
            code: 'reason.several-apps',
            facts: { host: held[0]?.hostName ?? '', n: held.length, max },
          },
          ...useReasons(screening, held),
        ],
        rests: [apps],
      }),
    );
}

function littleUsed(screening: Screening): Finding[] {
  return screening.accounts.flatMap((account) => {
    const judged = judge(screening, account.id);
    if (judged === 'unknown' || !judged.low) return [];
    return [
      finding(screening, {
        kind: 'low-use',
        key: account.id,
        accounts: [account],
        reasons: [{ ...judged.reason, facts: { ...judged.reason.facts, name: account.name } }],
        rests: [screening.says.lowUse],
        entered: limitsOf(screening).lowEntered,
      }),
    ];
  });
}

/** The last post known is older than an account may be silent; one of which none is known is not judged. */
function idle(screening: Screening): Finding[] {
  const { idle: threshold, idleEntered } = limitsOf(screening);
  if (threshold === null) return [];
  return screening.accounts.flatMap((account) => {
    const last = lastPost(screening.activity.get(account.id) ?? []);
    if (last === null || idleFrom(last, threshold) > screening.today) return [];
    return [
      finding(screening, {
        kind: 'idle',
        key: account.id,
        accounts: [account],
        reasons: [
          {
            code: 'reason.idle',
            facts: { name: account.name, last, n: threshold.n, unit: threshold.unit },
          },
        ],
        rests: [screening.says.idle],
        entered: idleEntered,
      }),
    ];
  });
}

function untended(screening: Screening): Finding[] {
  return screening.accounts
    .filter(({ id }) => !screening.tended.has(id))
    .map((account) =>
      finding(screening, {
        kind: 'no-maintainer',
        key: account.id,
        accounts: [account],
        reasons: [{ code: 'reason.no-maintainer', facts: { name: account.name } }],
      }),
    );
}
