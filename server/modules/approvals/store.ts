import type { Selectable } from 'kysely';
import type { Tx } from '../../kernel/db/database.ts';
import type { Approval, ApprovalState, Decision, Step, StepState, Subject } from './model.ts';
import type { Tables } from './tables.ts';

type ApprovalRow = Selectable<Tables['approvals']>;
type StepRow = Selectable<Tables['approval_steps']>;

/** Writes a new round with its steps; false where another round of the subject is running. */
export async function insertApproval(tx: Tx, approval: Approval): Promise<boolean> {
  const q = tx.withTables<Tables>();
  const written = await q
    .insertInto('approvals')
    .values(approvalRow(approval))
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!written) return false;
  await q
    .insertInto('approval_steps')
    .values(approval.steps.map((step) => stepRow(approval, step)))
    .execute();
  return true;
}

function approvalRow(a: Approval): Tables['approvals'] {
  return {
    jurisdiction_id: a.jurisdiction,
    id: a.id,
    subject_type: a.subject.type,
    subject_id: a.subject.id,
    title: a.title,
    href: a.href,
    matter: a.matter,
    host_unit_id: a.hostUnitId,
    host_name: a.hostName,
    state: a.state,
    revision: a.revision,
    version: a.version,
    content_digest: a.contentDigest,
    summary: JSON.stringify(a.summary),
    chain_title: a.chainTitle,
    rule: a.rule,
    pack: a.pack,
    pack_version: a.packVersion,
    basis: JSON.stringify(a.basis),
    distinct_groups: JSON.stringify(a.distinct),
    due_on: a.dueOn,
    started_at: a.startedAt,
    started_by: a.startedBy,
    started_by_name: a.startedByName,
    ended_at: a.endedAt,
    end_reason: a.endReason,
  };
}

function stepRow(a: Approval, s: Step): Tables['approval_steps'] {
  return {
    jurisdiction_id: a.jurisdiction,
    id: s.id,
    approval_id: a.id,
    position: s.position,
    step_id: s.stepId,
    title: s.title,
    kind: s.kind,
    unit_id: s.unitId,
    unit_name: s.unitName,
    post: s.post,
    post_title: s.postTitle,
    acting_unit_id: s.acting?.unitId ?? null,
    acting_unit_name: s.acting?.unitName ?? null,
    gates: JSON.stringify(s.gates),
    proofreads: s.proofreads,
    seal: s.seal,
    signature: s.signature,
    state: s.state,
    since: s.since,
    ...decisionColumns(s.decision),
  };
}

function decisionColumns(decision: Decision | null) {
  return {
    decision: decision?.kind ?? null,
    decided_by: decision?.personId ?? null,
    decided_by_name: decision?.personName ?? null,
    decided_post: decision?.post ?? null,
    decided_at: decision?.at ?? null,
    reason: decision?.reason ?? null,
    sealed: decision?.sealed ?? false,
    signed_by: decision?.signedBy ?? null,
    gates_passed: JSON.stringify(decision?.gatesPassed ?? []),
    digest: decision?.digest ?? null,
  };
}

function toApproval(row: ApprovalRow, steps: readonly StepRow[]): Approval {
  return {
    jurisdiction: row.jurisdiction_id,
    id: row.id,
    subject: { type: row.subject_type, id: row.subject_id },
    title: row.title,
    href: row.href,
    matter: row.matter,
    hostUnitId: row.host_unit_id,
    hostName: row.host_name,
    state: row.state as ApprovalState,
    revision: row.revision,
    version: row.version,
    contentDigest: row.content_digest,
    summary: row.summary as unknown as Approval['summary'],
    chainTitle: row.chain_title,
    rule: row.rule,
    pack: row.pack,
    packVersion: row.pack_version,
    basis: row.basis as unknown as Approval['basis'],
    distinct: row.distinct_groups as unknown as Approval['distinct'],
    dueOn: row.due_on,
    startedAt: row.started_at,
    startedBy: row.started_by,
    startedByName: row.started_by_name,
    endedAt: row.ended_at,
    endReason: row.end_reason,
    steps: steps.filter(({ approval_id }) => approval_id === row.id).map(toStep),
  };
}

function toStep(row: StepRow): Step {
  return {
    id: row.id,
    position: row.position,
    stepId: row.step_id,
    title: row.title,
    kind: row.kind as Step['kind'],
    unitId: row.unit_id,
    unitName: row.unit_name,
    post: row.post,
    postTitle: row.post_title,
    acting: row.acting_unit_id ? { unitId: row.acting_unit_id, unitName: row.acting_unit_name ?? '' } : null,
    gates: row.gates as unknown as Step['gates'],
    proofreads: row.proofreads,
    seal: row.seal,
    signature: row.signature,
    state: row.state as StepState,
    since: row.since,
    decision: toDecision(row),
  };
}

function toDecision(row: StepRow): Decision | null {
  if (row.decision === null || row.decided_at === null || row.digest === null) return null;
  return {
    kind: row.decision as Decision['kind'],
    personId: row.decided_by ?? '',
    personName: row.decided_by_name ?? '',
    post: row.decided_post ?? '',
    at: row.decided_at,
    reason: row.reason,
    sealed: row.sealed,
    signedBy: row.signed_by,
    gatesPassed: row.gates_passed as unknown as readonly string[],
    digest: row.digest,
  };
}

/** Rounds with their steps, from rows of theirs. */
export async function withSteps(tx: Tx, rows: readonly ApprovalRow[]): Promise<Approval[]> {
  if (rows.length === 0) return [];
  const steps = await tx
    .withTables<Tables>()
    .selectFrom('approval_steps')
    .selectAll()
    .where('jurisdiction_id', 'in', [...new Set(rows.map((row) => row.jurisdiction_id))])
    .where(
      'approval_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('position')
    .execute();
  return rows.map((row) => toApproval(row, steps));
}

/** One round with its steps; undefined outside the scope. */
export async function readApproval(tx: Tx, jurisdiction: string, id: string): Promise<Approval | undefined> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('approvals')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .where('id', '=', id)
    .execute();
  return (await withSteps(tx, rows))[0];
}

/** As readApproval, with the row held until the transaction ends: of two who decide at once, the second waits and sees. */
export async function lockApproval(tx: Tx, jurisdiction: string, id: string): Promise<Approval | undefined> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('approvals')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  return (await withSteps(tx, rows))[0];
}

/** All rounds of a subject, the latest first. */
export async function readRounds(tx: Tx, jurisdiction: string, subject: Subject): Promise<Approval[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('approvals')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .where('subject_type', '=', subject.type)
    .where('subject_id', '=', subject.id)
    .orderBy('revision', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return withSteps(tx, rows);
}

/** Writes the decision on one step. */
export async function writeDecision(
  tx: Tx,
  jurisdiction: string,
  stepId: string,
  decision: Decision,
): Promise<void> {
  await tx
    .withTables<Tables>()
    .updateTable('approval_steps')
    .set(decisionColumns(decision))
    .where('jurisdiction_id', '=', jurisdiction)
    .where('id', '=', stepId)
    .execute();
}

/** Moves steps to new states; a step that becomes the current one is marked with the moment. */
export async function writeStepStates(
  tx: Tx,
  jurisdiction: string,
  states: ReadonlyMap<string, StepState>,
  at: string,
): Promise<void> {
  // The step that gives up being current goes first: an approval has one current step at most.
  const ordered = [...states].sort(([, a], [, b]) => Number(a === 'current') - Number(b === 'current'));
  for (const [id, state] of ordered) {
    await tx
      .withTables<Tables>()
      .updateTable('approval_steps')
      .set(state === 'current' ? { state, since: at } : { state })
      .where('jurisdiction_id', '=', jurisdiction)
      .where('id', '=', id)
      .execute();
  }
}

/** Counts the version up and, where the round ends, says how, when and why. */
export async function writeApproval(
  tx: Tx,
  approval: Pick<Approval, 'jurisdiction' | 'id' | 'version'>,
  end: { readonly state: ApprovalState; readonly at: string; readonly reason: string | null } | null,
): Promise<void> {
  await tx
    .withTables<Tables>()
    .updateTable('approvals')
    .set({
      version: approval.version + 1,
      ...(end ? { state: end.state, ended_at: end.at, end_reason: end.reason } : {}),
    })
    .where('jurisdiction_id', '=', approval.jurisdiction)
    .where('id', '=', approval.id)
    .execute();
}
