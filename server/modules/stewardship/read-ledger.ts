import { partnerNames } from '../../../contracts/directory/words.ts';
import type { GapWire, LedgerWire } from '../../../contracts/stewardship/wire.ts';
import { contactGap, contentWords, gapSentence, roleNames } from '../../../contracts/stewardship/words.ts';
import type { Context } from '../../kernel/context.ts';
import { type KeptFile, listFiles } from '../../kernel/files.ts';
import { contactsOf, heldAround, operatorsOf, unitWithRole } from '../directory/index.ts';
import { keepingPost } from './abilities.ts';
import { FILE_SUBJECT } from './attach-file.ts';
import { lastDays } from './find-holders.ts';
import { accountPlace, type Place, unitPlace } from './find-place.ts';
import { gapsFor } from './list-gaps.ts';
import { type Demand, OTHER_PAPER, type StewardshipRecord } from './model.ts';
import { demandsOf } from './rules-demands.ts';
import { readAccountRecords, readUnitRecords } from './store.ts';
import { gapView, recordView } from './view.ts';

const ALL = { page: 1, size: 1_000 };

/** The ledger of one account: what its host keeps on it and for all its accounts, and what is missing. */
export async function accountLedger(ctx: Context, jurisdiction: string, id: string): Promise<LedgerWire> {
  const place = await accountPlace(ctx, jurisdiction, id);
  const records = await readAccountRecords(ctx.tx, { jurisdiction, accountId: id, unitId: place.host.id });
  const { items } = await gapsFor(ctx, { account: id, unit: place.host.id }, ALL);
  return ledgerOf(
    ctx,
    place,
    records,
    items.map((gap) => gapView(ctx, gap)),
  );
}

/** The ledger of a unit: what it keeps for all its accounts, and what is missing on any of them. */
export async function unitLedger(ctx: Context, unitId: string): Promise<LedgerWire> {
  const place = await unitPlace(ctx, unitId);
  const records = await readUnitRecords(ctx.tx, place.jurisdiction, unitId);
  const { items } = await gapsFor(ctx, { unit: unitId }, ALL);
  const gaps = [...items.map((gap) => gapView(ctx, gap)), ...(await contactGaps(ctx, place))];
  return ledgerOf(ctx, place, records, gaps);
}

async function ledgerOf(
  ctx: Context,
  place: Place,
  records: readonly StewardshipRecord[],
  gaps: GapWire[],
): Promise<LedgerWire> {
  const { account, host } = place;
  const demands = demandsOf(place.policy, place.caseFacts).filter(({ flaw }) => flaw === null);
  const keep = ctx.actor.kind === 'system' || keepingPost(ctx.actor, host, ctx.geography) !== undefined;
  const names = namesOf(place, demands);
  const ends = await lastDays(ctx, records);
  const files = new Map<string, KeptFile[]>();
  for (const { jurisdiction, id } of records)
    files.set(id, await listFiles(ctx, jurisdiction, { type: FILE_SUBJECT, id }));
  const operators = await operatorsOf(ctx, host.id);
  return {
    account: account && { id: account.id, name: account.name, platformName: account.platformName },
    unit: { id: host.id, name: host.name },
    jurisdiction: place.jurisdiction,
    gaps,
    asked: demands
      .filter(({ scope }) => account !== null || scope === 'unit')
      .map(({ kind, key, title, scope, need, basis }) => ({
        kind,
        item: key,
        title,
        scope,
        need,
        basis: [...basis],
      })),
    records: records.map((record) =>
      recordView(ctx, record, {
        files: files.get(record.id) ?? [],
        leaves: record.appointmentId === null ? null : (ends.get(record.appointmentId) ?? null),
        keep,
        names,
      }),
    ),
    operators: operators
      .filter(({ kind, toDay }) => kind === 'outside' && (toDay === null || toDay >= ctx.now.day))
      .map(({ id, name, tasks, fromDay, toDay }) => ({ id, name, tasks, fromDay, toDay })),
    choices: await choicesOf(ctx, place, keep),
    abilities: { keep, keepForUnit: keep },
  };
}

type Choices = LedgerWire['choices'];

async function choicesOf(ctx: Context, place: Place, keep: boolean): Promise<Choices> {
  const { policy, caseFacts, host } = place;
  const listed = (items: readonly { id: string; label: string }[] | null) =>
    (items ?? []).map(({ id, label }) => ({ value: id, label }));
  const people = keep ? await heldAround(ctx, host) : [];
  return {
    roles: rolesOf(place),
    tasks: listed(policy.get('host.tasks', caseFacts).value),
    networks: listed(policy.get('services.catalogue', caseFacts).value),
    licences: listed(policy.get('licences', caseFacts).value),
    papers: [
      ...listed(policy.get('documents-on-file', caseFacts).value),
      { value: OTHER_PAPER, label: contentWords.otherPaper },
    ],
    partners: Object.entries(partnerNames).map(([value, label]) => ({ value, label })),
    people: people.map(({ appointmentId, name, title, unitName }) => ({
      value: appointmentId,
      label: `${name}（${unitName} ${title}）`,
    })),
  };
}

/** The roles that the regulations ask for, and those that may be named anyway. */
function rolesOf({ policy, caseFacts }: Place): Choices['roles'] {
  const asked = demandsOf(policy, caseFacts).filter(({ kind }) => kind === 'person');
  const roles = new Map([
    ...asked.map(({ key, title }): [string, string] => [key, title]),
    ...Object.entries(roleNames),
  ]);
  return [...roles].map(([value, label]) => ({ value, label }));
}

function namesOf(place: Place, demands: readonly Demand[]): Map<string, string> {
  const { policy, caseFacts } = place;
  const items = (kind: string, answer: { value: readonly { id: string; label: string }[] | null }) =>
    (answer.value ?? []).map(({ id, label }): [string, string] => [`${kind} ${id}`, label]);
  return new Map([
    ...Object.entries(partnerNames).map(([id, name]): [string, string] => [`partners ${id}`, name]),
    ...items('tasks', policy.get('host.tasks', caseFacts)),
    ...items('network', policy.get('services.catalogue', caseFacts)),
    ...items('activity', policy.get('licences', caseFacts)),
    ...demands.map(({ kind, key, title }): [string, string] => [`${kind} ${key}`, title]),
    ...rolesOf(place).map(({ value, label }): [string, string] => [`person ${value}`, label]),
  ]);
}

/**
 * The departments with whom a unit has to coordinate and of whom it has noted nobody: for the supervisor of the area
 * (LZ-29, GD-4.2e), and for every host where the packs say so (FS-26).
 */
async function contactGaps(ctx: Context, place: Place): Promise<GapWire[]> {
  const { policy, caseFacts, host } = place;
  const partners = policy.get('supervisor.oversight', caseFacts);
  const duty = policy.get('recurring.coordination', caseFacts);
  const supervisor = await unitWithRole(ctx, place.jurisdiction, 'supervisor');
  if (supervisor?.id !== host.id && duty.value?.who !== 'host') return [];
  const known = await contactsOf(ctx, host.id);
  return (partners.value ?? [])
    .filter(({ id }) => !known.some(({ partner }) => partner === id))
    .map(({ id, label }) => {
      const title = contactGap.title(label);
      return {
        key: `missing consultation contact.${id} ${host.id}`,
        state: 'missing',
        kind: 'consultation',
        item: `contact.${id}`,
        title,
        message: gapSentence('missing', { title, record: null, until: null, person: false }),
        due: null,
        daysLeft: null,
        account: null,
        host: { id: host.id, name: host.name },
        jurisdiction: place.jurisdiction,
        basis: [...partners.basis],
        href: `/directory?unit=${host.id}`,
      };
    });
}
