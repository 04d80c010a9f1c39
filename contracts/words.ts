import { accountsActions, accountsWords } from './accounts/words.ts';
import { identityWordsOfAccounts } from './accounts/words-identity.ts';
import { relayActions, relayWords } from './accounts/words-relay.ts';
import { approvalsActions, approvalsNotices, approvalsWords } from './approvals/words.ts';
import { auditWords, kernelActions } from './audit/words.ts';
import { checkingActions, checkingWords } from './checking/words.ts';
import { consolidationActions, consolidationNotices, consolidationWords } from './consolidation/words.ts';
import { deadlinesActions, deadlinesNotices, deadlinesWords } from './deadlines/words.ts';
import { directoryActions, directoryNotices, directoryWords } from './directory/words.ts';
import { dossierWords } from './dossiers/words.ts';
import { identityActions, identityWords } from './identity/words.ts';
import { intakeActions, intakeWords } from './intake/words.ts';
import type { ProblemWords } from './kernel/problem-words.ts';
import { sightingsActions, sightingsNotices, sightingsWords } from './sightings/words.ts';
import { sitesActions, sitesWords } from './sites/words.ts';
import { stewardshipActions, stewardshipNotices, stewardshipWords } from './stewardship/words.ts';

/** The sentences of all modules' problem codes; the kernel adds its own. */
export const problemWords: readonly ProblemWords[] = [
  identityWords,
  auditWords,
  directoryWords,
  approvalsWords,
  deadlinesWords,
  accountsWords,
  intakeWords,
  relayWords,
  stewardshipWords,
  dossierWords,
  sightingsWords,
  sitesWords,
  consolidationWords,
  checkingWords,
  identityWordsOfAccounts,
];

/** The sentences of all modules' notices. */
export const noticeWords: ProblemWords = {
  ...directoryNotices,
  ...approvalsNotices,
  ...deadlinesNotices,
  ...stewardshipNotices,
  ...sightingsNotices,
  ...consolidationNotices,
};

/** The Chinese names of everything the trail records. */
export const actionNames: Readonly<Record<string, string>> = {
  ...kernelActions,
  ...identityActions,
  ...directoryActions,
  ...approvalsActions,
  ...deadlinesActions,
  ...accountsActions,
  ...intakeActions,
  ...relayActions,
  ...stewardshipActions,
  ...sightingsActions,
  ...sitesActions,
  ...consolidationActions,
  ...checkingActions,
};
