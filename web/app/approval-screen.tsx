import { FilingUnderReview } from '../modules/accounts/filing-under-review.tsx';
import { ApprovalPage } from '../modules/approvals/approval-page.tsx';

/** The approval page with what its matter has to show: approvals know no filings, this is where they meet. */
export function ApprovalScreen() {
  return (
    <ApprovalPage
      renderSubject={({ jurisdiction, subject }) =>
        subject.type === 'filing' ? <FilingUnderReview jurisdiction={jurisdiction} id={subject.id} /> : null
      }
    />
  );
}
