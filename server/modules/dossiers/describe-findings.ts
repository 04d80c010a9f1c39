import type { DossierContent } from '../../../contracts/dossiers/wire.ts';
import { indexColumns, indexWords } from '../../../contracts/dossiers/words.ts';
import { dayOf } from '../../kernel/clock.ts';
import type { Context } from '../../kernel/context.ts';
import type { Account } from '../accounts/index.ts';
import { accountSightings } from '../sightings/index.ts';

/** Where the account on its platform differs or differed from what is filed. */
export async function describeFindings(ctx: Context, account: Account): Promise<DossierContent> {
  const { drifts } = await accountSightings(ctx, account.jurisdiction, account.id);
  return {
    sections: [
      {
        key: 'findings',
        title: indexWords.findings,
        note: drifts.length === 0 ? indexWords.none : null,
        facts: [],
        columns: [...indexColumns.findings],
        rows: drifts.map((drift) => [
          drift.kindName,
          drift.filed ?? '',
          drift.seen ?? '',
          dayOf(drift.firstSeenAt),
          drift.stateName,
        ]),
      },
    ],
    files: [],
    // Sightings are noted in the trail under the account itself.
    subjects: [],
  };
}
