import type { Problem } from '../../kernel/outcome.ts';
import type { Item, OrderAction, Proposal, ProposedAccount } from './model.ts';

/** The longest term that an order may set, in working days: about a year. */
const LONGEST_TERM = 250;

/** What a supervisor orders: of which accounts, into which, within how many working days. */
export interface Order {
  readonly action: OrderAction;
  readonly accountIds: readonly string[];
  readonly mainAccountId: string | null;
  readonly termDays: number;
}

/** Accounts that other orders are about, so that two orders cannot contradict each other. */
export interface UnderOrder {
  readonly closing: readonly string[];
  readonly mains: readonly string[];
}

/** What is wrong with an order; nothing where it may be given. Pure. */
export function checkOrder(proposal: Proposal, order: Order, under: UnderOrder): Problem[] {
  const chosen = proposal.accounts.filter(({ id }) => order.accountIds.includes(id));
  const strangers = order.accountIds.some((id) => !proposal.accounts.some((each) => each.id === id));
  const names = (ids: readonly string[]) =>
    chosen
      .filter(({ id }) => ids.includes(id))
      .map(({ name }) => name)
      .join('、');
  const merging = order.action === 'merge';
  const field = 'accountIds';
  return [
    ...(chosen.length === 0 ? [{ code: 'consolidation.none-chosen', field }] : []),
    ...(strangers ? [{ code: 'consolidation.not-of-proposal', field }] : []),
    ...(new Set(chosen.map(({ hostUnitId }) => hostUnitId)).size > 1
      ? [{ code: 'consolidation.several-hosts', field }]
      : []),
    ...(merging && order.mainAccountId === null
      ? [{ code: 'consolidation.main-missing', field: 'mainAccountId' }]
      : []),
    ...(merging && order.mainAccountId !== null && order.accountIds.includes(order.mainAccountId)
      ? [{ code: 'consolidation.main-closes', field: 'mainAccountId' }]
      : []),
    ...(merging && under.closing.includes(order.mainAccountId ?? '')
      ? [{ code: 'consolidation.main-under-order', field: 'mainAccountId' }]
      : []),
    ...(names(under.closing) !== ''
      ? [{ code: 'consolidation.already-ordered', field, facts: { names: names(under.closing) } }]
      : []),
    ...(order.action !== 'improve' && names(under.mains) !== ''
      ? [{ code: 'consolidation.is-main', field, facts: { names: names(under.mains) } }]
      : []),
    ...(order.termDays < 1 || order.termDays > LONGEST_TERM
      ? [{ code: 'consolidation.term-bad', field: 'termDays', facts: { max: LONGEST_TERM } }]
      : []),
  ];
}

/** The accounts that an order is about, as they were proposed. */
export function orderedAccounts(proposal: Proposal, ids: readonly string[]): readonly ProposedAccount[] {
  return proposal.accounts.filter(({ id }) => ids.includes(id));
}

export type Step = 'services' | 'followers' | 'history';

/** Steps of a merging that are not done yet; a closing or an improvement has none. */
export function missingSteps(proposal: Pick<Proposal, 'action'>, item: Item): Step[] {
  if (proposal.action !== 'merge') return [];
  return [
    ...(item.servicesMovedOn === null ? (['services'] as const) : []),
    ...(item.followersToldOn === null ? (['followers'] as const) : []),
    ...(item.historyUrl === null ? (['history'] as const) : []),
  ];
}

/** Whether nothing is left to do for an account of an order. */
export function isFinished(proposal: Pick<Proposal, 'action'>, item: Item): boolean {
  if (item.state === 'improved') return true;
  return item.state === 'closed' && missingSteps(proposal, item).length === 0;
}
