import type { AccountSightings, Drift as DriftWire } from '../../../contracts/sightings/wire.ts';
import {
  driftKindNames,
  driftMeanings,
  driftStateNames,
  knownAsNames,
  sourceNames,
} from '../../../contracts/sightings/words.ts';
import type { Context } from '../../kernel/context.ts';
import { driftAbilities } from './abilities.ts';
import type { Drift, Sighting } from './model.ts';

/** A finding with what the actor may do about it. */
export function driftView(ctx: Context, drift: Drift): DriftWire {
  return {
    id: drift.id,
    jurisdiction: drift.jurisdiction,
    jurisdictionName: ctx.geography.get(drift.jurisdiction)?.name ?? drift.jurisdiction,
    account: { id: drift.accountId, name: drift.accountName },
    host: { id: drift.hostUnitId, name: drift.hostName },
    platform: drift.platform,
    platformName: drift.platformName,
    kind: drift.kind,
    kindName: driftKindNames[drift.kind],
    meaning: driftMeanings[drift.kind],
    filed: drift.filed,
    seen: drift.seen,
    firstSeenAt: drift.firstSeenAt,
    lastSeenAt: drift.lastSeenAt,
    times: drift.times,
    agreedAt: drift.agreedAt,
    state: drift.state,
    stateName: driftStateNames[drift.state],
    explanation: drift.explanation,
    explainedBy: drift.explainedBy,
    filingId: drift.filingId,
    closedReason: drift.closedReason,
    closedBy: drift.closedBy,
    closedAt: drift.closedAt,
    version: drift.version,
    abilities: driftAbilities(ctx.actor, drift, ctx.geography),
  };
}

export function sightingView(sighting: Sighting): AccountSightings['sightings'][number] {
  return {
    id: sighting.id,
    presence: sighting.presence,
    source: sighting.source,
    sourceName: sourceNames[sighting.source],
    seenAt: sighting.seenAt,
    name: sighting.name,
    handle: sighting.handle,
    uid: sighting.uid,
    url: sighting.url,
    certification: sighting.certification,
    note: sighting.note,
    by: sighting.recordedPost
      ? `${sighting.recordedPost} ${sighting.recordedByName}`
      : sighting.recordedByName,
  };
}

interface Known {
  readonly kind: string;
  readonly value: string;
  readonly fromOn: string;
  readonly toOn: string | null;
}

export function knownAsView({ kind, value, fromOn, toOn }: Known): AccountSightings['names'][number] {
  return { kind, kindName: knownAsNames[kind] ?? kind, value, fromOn, toOn };
}
