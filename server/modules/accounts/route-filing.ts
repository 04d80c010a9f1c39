import { accountsText } from '../../../contracts/accounts/words.ts';
import type { Answer, Chain, ChainStep } from '../../policy/index.ts';
import type { Route } from '../approvals/index.ts';
import type { Unit } from '../directory/index.ts';
import type { Filing } from './model.ts';

/** The step in which a new host agrees (WJ-3b, FS-12). */
export const NEW_HOST_STEP = 'new-host-consent';

/** The chain that was pinned, and after the host's own consent that of the unit to which the account is to go. */
export function withNewHost(filing: Filing, newHost: Unit | null): Answer<Chain> {
  const { chain, pins } = filing;
  if (!newHost || newHost.id === filing.hostUnitId || !chain.value) return chain;
  const step: ChainStep = {
    id: NEW_HOST_STEP,
    title: accountsText.newHostStep,
    at: { unit: 'named', name: newHost.name },
    post: 'principal-leader',
    kind: 'consent',
    seal: true,
    signature: true,
  };
  const variants = chain.value.variants.map((variant) => {
    const own = variant.steps.findLastIndex(({ at }) => at.unit === 'host') + 1;
    return { ...variant, steps: [...variant.steps.slice(0, own), step, ...variant.steps.slice(own)] };
  });
  return { ...chain, value: { variants }, basis: [...chain.basis, ...(pins?.hostNotice.basis ?? [])] };
}

/** The posts at the host that consent on the way. */
export function consentingPosts(route: Route, host: Unit): string[] {
  return route.seats
    .filter(({ unit, step }) => unit?.id === host.id && ['consent', 'approve', 'sign'].includes(step.kind))
    .map(({ step }) => step.post);
}
