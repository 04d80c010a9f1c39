import type { CheckedDocumentWire } from '../../../contracts/checking/wire.ts';
import { checkingScreenWords } from '../../../contracts/ui/words-checking.ts';

const words = checkingScreenWords.review;

/** What the check did not see, so that nobody takes it for checked. */
export function Unobserved({ document }: { document: CheckedDocumentWire }) {
  const lines = [
    ...document.unobserved.map(({ message }) => message),
    ...(document.leftOut > 0 ? [words.leftOut(document.leftOut)] : []),
  ];
  if (lines.length === 0) return null;
  return (
    <div className="jz-check-unseen">
      <p className="jz-check-unseen-title">{words.unobserved}</p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
