import type { Finding, Reason, ScreenedAccount } from './model.ts';
import { finding, judge, limitsOf, type Screening } from './rules-screening.ts';
import { alikePairs, type Likeness, plainText } from './rules-similar.ts';

/** Accounts of one host, of a host and the one above it, or of hosts under the same one are neighbours. */
function neighbourhoods(accounts: readonly ScreenedAccount[]): ScreenedAccount[][] {
  const found = new Map<string, ScreenedAccount[]>();
  for (const account of accounts) {
    const above = account.hostPath.at(-2);
    for (const key of new Set([account.hostUnitId, ...(above ? [above] : [])])) {
      const before = found.get(key);
      if (before) before.push(account);
      else found.set(key, [account]);
    }
  }
  return [...found.values()].filter((held) => held.length > 1);
}

/**
 * Two accounts alike in name or purpose of which one is used little. The same name of one host on several platforms is
 * what is asked for (LZ-12) and no finding by itself; where nothing is known of their use, only unlike names are told,
 * with the remark that it has to be looked into.
 */
export function similar(screening: Screening): Finding[] {
  const byId = new Map(screening.accounts.map((account) => [account.id, account]));
  const seen = new Set<string>();
  return neighbourhoods(screening.accounts)
    .flatMap((neighbours) => alikePairs(neighbours))
    .flatMap((like) => {
      const key = `${like.a}:${like.b}`;
      const a = byId.get(like.a);
      const b = byId.get(like.b);
      if (!a || !b || seen.has(key)) return [];
      seen.add(key);
      return pairFinding(screening, key, [a, b], like);
    });
}

function pairFinding(
  screening: Screening,
  key: string,
  pair: readonly [ScreenedAccount, ScreenedAccount],
  like: Likeness,
): Finding[] {
  const [a, b] = pair;
  const sameHost = a.hostUnitId === b.hostUnitId;
  if (sameHost && a.platform === b.platform) return [];
  const judged = pair.map(({ id, name }) => ({ name, use: judge(screening, id) }));
  const low = judged.flatMap(({ name, use }): Reason[] =>
    use !== 'unknown' && use.low ? [{ ...use.reason, facts: { ...use.reason.facts, name } }] : [],
  );
  const unknown = judged.every(({ use }) => use === 'unknown');
  const oneVoice = sameHost && plainText(a.name) === plainText(b.name);
  if (low.length === 0 && (!unknown || oneVoice)) return [];
  const likeness: Reason = {
    code: 'reason.similar',
    facts: { a: a.name, b: b.name, name: like.name, functions: like.functions },
  };
  const remark: Reason[] = unknown ? [{ code: 'reason.no-figures', facts: {} }] : [];
  return [
    finding(screening, {
      kind: 'similar',
      key,
      accounts: pair,
      reasons: [likeness, ...low, ...remark],
      rests: low.length > 0 ? [screening.says.lowUse] : [],
      entered: low.length > 0 && limitsOf(screening).lowEntered,
    }),
  ];
}
