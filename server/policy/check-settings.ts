import { type DetectorId, detectorIds, type Severity } from '../../contracts/checks/wire.ts';
import type { Policy } from './policy.ts';

/** How one detector is switched here, with the article that says so. */
export interface DetectorSetting {
  readonly on: boolean;
  readonly severity: Severity;
  readonly kinds: Readonly<Record<string, Severity>>;
  readonly basis: { readonly source: string; readonly article: string; readonly summary: string };
}

/** The settings of the content check that the packs name; a detector that none names keeps its own. */
export function checkSettings(policy: Policy): Partial<Record<DetectorId, DetectorSetting>> {
  const settings: Partial<Record<DetectorId, DetectorSetting>> = {};
  for (const id of detectorIds) {
    const { state, value, basis } = policy.get(`check.${id}`);
    const [first] = basis;
    if (state !== 'in-force' || value === null || !first) continue;
    settings[id] = {
      on: value.on,
      severity: value.severity,
      kinds: Object.fromEntries((value.kinds ?? []).map((kind) => [kind.id, kind.severity])),
      basis: { source: first.sourceTitle, article: first.article, summary: first.summary },
    };
  }
  return settings;
}
