import type { FilingPreview, FilingWire } from '../../../contracts/accounts/wire.ts';
import { accountStateNames } from '../../../contracts/accounts/words.ts';
import { termText } from '../../../contracts/deadlines/words.ts';
import { dayOf } from '../../kernel/clock.ts';
import type { Context } from '../../kernel/context.ts';
import { EFFECT_EVIDENCE } from './assemble-filing.ts';
import type { Backfile, Filing } from './model.ts';
import { runningNotice } from './record-effect.ts';
import { changeLines, platformName } from './summarise-filing.ts';
import type { FilingCase } from './view-case.ts';
import { keptView } from './view-clocks.ts';
import { noticeView } from './view-notice.ts';

/** What a filing on an account shows beyond an opening: the account, what changes, the notice, the effect. */
export function matterView(
  ctx: Context,
  parts: FilingCase,
): Pick<FilingWire, 'account' | 'changes' | 'newHost' | 'effect' | 'meaning' | 'noticeAhead' | 'notices'> {
  const { filing, form, changes, policy, account } = parts.assembled;
  return {
    account: account && {
      id: account.id,
      name: account.name,
      platformName: platformName(policy, account.platform),
      number: account.filingNumber,
      stateName: accountStateNames[account.state],
    },
    changes: changeLines(form, changes),
    newHost: filing.newHost && { ...filing.newHost },
    effect: effectView(ctx, parts),
    ...aheadView(filing),
    notices: parts.notices.map(noticeView),
  };
}

/** What the matter means by the regulation, and how long the public is told beforehand. */
export function aheadView({ pins }: Pick<Filing, 'pins'>): Pick<FilingWire, 'meaning' | 'noticeAhead'> {
  return {
    meaning: pins?.meaning.value ? { text: pins.meaning.value, basis: [...pins.meaning.basis] } : null,
    noticeAhead: pins?.notice.value
      ? { term: termText(pins.notice.value), basis: [...pins.notice.basis] }
      : null,
  };
}

function effectView(
  ctx: Context,
  { assembled: { filing, files }, notices }: FilingCase,
): FilingWire['effect'] {
  if (filing.kind === 'open') return null;
  return {
    on: filing.effectOn,
    statementAsked: filing.kind === 'close' && filing.pins?.statement.value === true,
    historyAsked: filing.kind === 'cancel',
    earliestOn: runningNotice(ctx, notices)?.earliestOn ?? null,
    beforeApproval: effectedEarly(filing),
    statementUrl: filing.evidence?.statementUrl ?? null,
    note: filing.evidence?.note ?? null,
    files: files.filter(({ label }) => label === EFFECT_EVIDENCE).map(keptView),
  };
}

/** Whether what needed approval first was done before it: shown to everyone who reads the filing. */
function effectedEarly({ timing, effectOn, approvedAt }: Filing): boolean {
  return (
    timing === 'before-effect' && effectOn !== null && approvedAt !== null && effectOn < dayOf(approvedAt)
  );
}

/** What the regulation says of accounts opened before it, and whether its time is over. */
export function backfileView(ctx: Context, backfile: Backfile | null): FilingPreview['backfile'] {
  if (!backfile) return null;
  const { before, dueOn, basis } = backfile;
  return { before, dueOn, overdue: dueOn !== null && dueOn < ctx.now.day, basis: [...basis] };
}
