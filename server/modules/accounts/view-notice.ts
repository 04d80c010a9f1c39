import type { PublicNoticeWire } from '../../../contracts/accounts/wire.ts';
import { accountsText } from '../../../contracts/accounts/words.ts';
import {
  noticeKindNames,
  noticePublished,
  noticeStateNames,
} from '../../../contracts/accounts/words-notices.ts';
import { momentText, termText } from '../../../contracts/deadlines/words.ts';
import type { PublicNotice } from './notice-model.ts';

/** A public notice with its duration counted day by day. */
export function noticeView(notice: PublicNotice): PublicNoticeWire {
  const { run } = notice;
  return {
    id: notice.id,
    kind: notice.kind,
    kindName: noticeKindNames[notice.kind],
    title: notice.title,
    body: notice.body,
    publishedOn: notice.publishedOn,
    state: notice.state,
    stateName: notice.state === 'standing' && !run ? noticePublished : noticeStateNames[notice.state],
    endedOn: notice.endedOn,
    run: run && {
      term: termText(run.term),
      lastOn: run.lastOn,
      earliestEffectOn: run.earliestEffectOn,
      provisional: run.provisional,
      explanation: accountsText.noticeRun(
        momentText(notice.publishedOn),
        termText(run.term),
        momentText(run.lastOn),
        momentText(run.earliestEffectOn),
      ),
      steps: run.steps.map(({ date, counted, why }) => ({ date, counted, why })),
    },
    basis: [...notice.basis],
  };
}
