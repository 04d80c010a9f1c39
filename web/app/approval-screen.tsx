import { FilingUnderReview } from '../modules/accounts/filing-under-review.tsx';
import { ApprovalPage } from '../modules/approvals/approval-page.tsx';
import { RequestUnderReview } from '../modules/sites/request-under-review.tsx';

/** The approval page with what its matter has to show: approvals know no filings, this is where they meet. */
export function ApprovalScreen() {
  return (
    <ApprovalPage
      renderSubject={({ jurisdiction, subject }) => {
        if (subject.type === 'filing')
          return <FilingUnderReview jurisdiction={jurisdiction} id={subject.id} />;
        if (subject.type === 'column-request')
          return <RequestUnderReview jurisdiction={jurisdiction} id={subject.id} />;
        return null;
      }}
    />
  );
}
