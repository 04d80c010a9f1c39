import type { Declared } from '../../../contracts/checking/wire.ts';

/** What a person has typed for a check. */
export interface Draft {
  readonly unit: string;
  readonly text: string;
  readonly reprintSource: string;
  readonly reprintUrl: string;
  readonly ground: '' | NonNullable<Declared['exemption']>['ground'];
  readonly groundReason: string;
  readonly unifiedText: string;
}

export const emptyDraft: Draft = {
  unit: '',
  text: '',
  reprintSource: '',
  reprintUrl: '',
  ground: '',
  groundReason: '',
  unifiedText: '',
};

/** What the author declares, where anything was filled in. */
export function declaredOf(draft: Draft): Declared | null {
  const { reprintSource, reprintUrl, ground, groundReason, unifiedText } = draft;
  const source = reprintSource.trim();
  const url = reprintUrl.trim();
  const declared: Declared = {
    ...(source || url ? { reprint: { ...(source ? { source } : {}), ...(url ? { url } : {}) } } : {}),
    ...(ground ? { exemption: { ground, reason: groundReason.trim() } } : {}),
    ...(unifiedText.trim() ? { unifiedText } : {}),
  };
  return Object.keys(declared).length > 0 ? declared : null;
}
