import type { Answer, BasisRef, Day, Duration } from '../../policy/index.ts';
import type {
  Activity,
  Finding,
  ProposalKind,
  ProposedAccount,
  Reason,
  ScreenedAccount,
  Thresholds,
} from './model.ts';
import { lowUse } from './rules-use.ts';

/** What the regulations of a jurisdiction say on consolidation. */
export interface Criteria {
  readonly criteria: Answer<readonly { id: string; label: string }[]>;
  readonly perPlatform: Answer<{ max: number }>;
  readonly apps: Answer<{ max: number }>;
  readonly lowUse: Answer<{
    months: number;
    readsPerPost?: number | undefined;
    followers?: number | undefined;
  }>;
  readonly idle: Answer<Duration>;
}

/** All that one analysis looks at; the accounts are those in operation of one jurisdiction. */
export interface Screening {
  readonly today: Day;
  readonly accounts: readonly ScreenedAccount[];
  readonly activity: ReadonlyMap<string, readonly Activity[]>;
  /** Accounts for which somebody answers. */
  readonly tended: ReadonlySet<string>;
  readonly says: Criteria;
  /** Entered by the supervisor for want of a rule. */
  readonly thresholds: Thresholds;
}

/** Thresholds that hold: the regulation's where it has any, else what the supervisor entered. */
export function limitsOf({ says, thresholds }: Pick<Screening, 'says' | 'thresholds'>) {
  const low = says.lowUse.value;
  const idle = says.idle.value;
  const { idleMonths } = thresholds;
  return {
    low: low
      ? {
          months: low.months,
          readsPerPost: low.readsPerPost ?? null,
          followers: low.followers ?? null,
        }
      : thresholds,
    lowEntered: low === null,
    idle: idle ?? (idleMonths === null ? null : ({ n: idleMonths, unit: 'month' } as const)),
    idleEntered: idle === null,
  };
}

export interface Found {
  readonly kind: ProposalKind;
  readonly key: string;
  readonly accounts: readonly ScreenedAccount[];
  readonly reasons: readonly Reason[];
  readonly rests?: readonly Answer<unknown>[];
  readonly entered?: boolean;
}

/** A finding with what it rests on. */
export function finding({ says, thresholds }: Screening, found: Found): Finding {
  const rests: readonly Answer<unknown>[] = [says.criteria, ...(found.rests ?? [])];
  return {
    key: `${found.kind}:${found.key}`,
    kind: found.kind,
    accounts: found.accounts.map(proposed),
    reasons: found.reasons,
    thresholds: found.entered ? thresholds : null,
    basis: rests.flatMap(({ basis }) => basis as readonly BasisRef[]),
    pack: says.criteria.pack,
    packVersion: says.criteria.version,
  };
}

function proposed(account: ScreenedAccount): ProposedAccount {
  const { id, name, platform, platformName, number, hostUnitId, hostName, hostPath } = account;
  return { id, name, platform, platformName, number, hostUnitId, hostName, hostPath };
}

/** What the figures say of each of several accounts, so that one can choose which is to stay. */
export function useReasons(screening: Screening, accounts: readonly ScreenedAccount[]): Reason[] {
  return accounts.flatMap(({ id, name }) => {
    const judged = judge(screening, id);
    return judged === 'unknown' || !judged.low
      ? []
      : [{ ...judged.reason, facts: { ...judged.reason.facts, name } }];
  });
}

/** How an account is used, held against what holds or was entered. */
export function judge(screening: Screening, id: string) {
  return lowUse(screening.activity.get(id) ?? [], screening.today, limitsOf(screening).low);
}
