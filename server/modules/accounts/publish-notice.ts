import { noticeTexts } from '../../../contracts/accounts/words-notices.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/db/uuid.ts';
import { type Answer, durationText } from '../../policy/index.ts';
import { filingSubject } from './assemble-filing.ts';
import type { Account, Filing } from './model.ts';
import type { NoticeKind, NoticeRun, PublicNotice } from './notice-model.ts';
import { countNotice } from './rules-notice.ts';
import { endNotice, insertNotice, readNotices } from './store-notices.ts';
import { readSuccessor } from './store-successors.ts';

/** What a notice rests on and what it tells of. */
interface Told {
  readonly filing: Filing;
  readonly account: Account;
  readonly kind: NoticeKind;
  readonly rule: Answer<unknown>;
  readonly run: NoticeRun | null;
  /** The account into which it is merged. */
  readonly into?: string;
}

/** LZ-13c: tells the public of what is approved and may take effect when the notice has run; nothing where none is asked for. */
export async function announceBefore(ctx: Context, filing: Filing, account: Account): Promise<void> {
  const rule = filing.pins?.notice;
  if (!rule?.value) return;
  const run = countNotice(ctx.calendar, ctx.now.day, rule.value);
  const merged = filing.kind === 'close' && (await readSuccessor(ctx.tx, filing.jurisdiction, account.id));
  if (merged) return publish(ctx, { filing, account, kind: 'merge', rule, run, into: merged.successorName });
  const kind = filing.newHost ? 'host-change' : (filing.kind as NoticeKind);
  await publish(ctx, { filing, account, kind, rule, run });
}

/** WJ-3b, FS-12: tells the public that an account has another host. The account is the one from before. */
export async function announceHost(ctx: Context, filing: Filing, account: Account): Promise<void> {
  const rule = filing.pins?.hostNotice;
  if (!filing.newHost || !rule?.value) return;
  await publish(ctx, { filing, account, kind: 'host-change', rule, run: null });
}

async function publish(ctx: Context, { filing, account, kind, rule, run, into }: Told): Promise<void> {
  const text = noticeTexts[kind]({
    account: account.name,
    platform: account.platformName,
    host: account.hostName,
    number: account.filingNumber,
    newHost: filing.newHost?.name ?? '',
    into: into ?? '',
    publishedOn: ctx.now.day,
    effectOn: filing.effectOn,
    run: run && { term: durationText(run.term), lastOn: run.lastOn, earliestOn: run.earliestEffectOn },
  });
  const notice: PublicNotice = {
    ...text,
    jurisdiction: filing.jurisdiction,
    id: newId(),
    filingId: filing.id,
    accountId: account.id,
    kind,
    accountName: account.name,
    platformName: account.platformName,
    hostName: account.hostName,
    publishedOn: ctx.now.day,
    run,
    basis: rule.basis,
    rule: rule.rule,
    pack: rule.pack,
    packVersion: rule.version,
    state: 'standing',
    endedOn: null,
    createdAt: ctx.now.iso,
  };
  await insertNotice(ctx.tx, notice);
  ctx.audit({
    jurisdiction: filing.jurisdiction,
    action: 'notice.published',
    subject: filingSubject(filing),
    facts: {
      notice: notice.id,
      kind,
      publishedOn: notice.publishedOn,
      earliest: run?.earliestEffectOn ?? null,
    },
    after: notice,
  });
}

/** Takes the standing notices of a filing back with it. */
export async function withdrawNotices(ctx: Context, filing: Filing): Promise<void> {
  await end(ctx, filing, 'withdrawn');
}

/** What was announced has taken effect. */
export async function concludeNotices(ctx: Context, filing: Filing): Promise<void> {
  await end(ctx, filing, 'done');
}

async function end(ctx: Context, filing: Filing, state: 'withdrawn' | 'done'): Promise<void> {
  for (const notice of await noticesOf(ctx, filing)) {
    if (notice.state !== 'standing') continue;
    const ended = { ...notice, state, endedOn: ctx.now.day };
    await endNotice(ctx.tx, ended);
    ctx.audit({
      jurisdiction: filing.jurisdiction,
      action: `notice.${state}`,
      subject: filingSubject(filing),
      facts: { notice: notice.id, kind: notice.kind },
      before: { state: notice.state },
      after: { state, endedOn: ended.endedOn },
    });
  }
}

const LIMIT = 50;

/** All notices of a filing, the latest first, those taken back among them. */
export async function noticesOf(ctx: Context, filing: Filing): Promise<PublicNotice[]> {
  return readNotices(ctx.tx, { jurisdictions: [filing.jurisdiction], filingId: filing.id }, { limit: LIMIT });
}
