import { useMemo } from 'react';
import type { FindingWire } from '../../../contracts/checking/wire.ts';
import { checkingScreenWords } from '../../../contracts/ui/words-checking.ts';
import { paragraphsOf, type Stretch } from './marks.ts';

const words = checkingScreenWords.review;

/** A text longer than this shows only the paragraphs around its marks. */
const LONG = 60_000;

interface MarkedTextProps {
  text: string;
  findings: readonly FindingWire[];
  current: number | null;
  onChoose: (finding: number) => void;
}

function Mark({
  stretch,
  current,
  onChoose,
}: { stretch: Stretch } & Pick<MarkedTextProps, 'current' | 'onChoose'>) {
  const { finding, severity, text, first } = stretch;
  if (finding === null) return text;
  const names = ['jz-mark', `jz-mark-${severity}`, ...(finding === current ? ['jz-mark-current'] : [])];
  return (
    <a
      href={`#finding-${finding}`}
      {...(first ? { id: `mark-${finding}` } : {})}
      className={names.join(' ')}
      aria-label={`${words.number(finding)}：${text}`}
      onClick={(event) => {
        event.preventDefault();
        onChoose(finding);
      }}
    >
      {text}
      {first ? (
        <sup aria-hidden="true" className="jz-mark-number">
          {finding}
        </sup>
      ) : null}
    </a>
  );
}

/** Paragraphs to show, with how many without marks are left out before each. */
function shownParagraphs(paragraphs: readonly Stretch[][], long: boolean) {
  const marked = (at: number) => paragraphs[at]?.some(({ finding }) => finding !== null) ?? false;
  const shown: { at: number; skipped: number }[] = [];
  let skipped = 0;
  paragraphs.forEach((_, at) => {
    if (long && !marked(at - 1) && !marked(at) && !marked(at + 1)) skipped += 1;
    else {
      shown.push({ at, skipped });
      skipped = 0;
    }
  });
  return { shown, behind: skipped };
}

/** The text with its marks in place: colour, kind of line and number tell how grave each is and which it is. */
export function MarkedText({ text, findings, current, onChoose }: MarkedTextProps) {
  const paragraphs = useMemo(() => paragraphsOf(text, findings), [text, findings]);
  const { shown, behind } = useMemo(
    () => shownParagraphs(paragraphs, text.length > LONG),
    [paragraphs, text.length],
  );
  return (
    <section className="jz-card jz-marked" aria-label={words.text}>
      {shown.map(({ at, skipped }) => (
        <div key={at}>
          {skipped > 0 ? <p className="jz-soft">{words.gap(skipped)}</p> : null}
          <p className="jz-marked-line">
            {(paragraphs[at] ?? []).map((stretch, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a line have no other name
              <Mark key={index} stretch={stretch} current={current} onChoose={onChoose} />
            ))}
          </p>
        </div>
      ))}
      {behind > 0 ? <p className="jz-soft">{words.gap(behind)}</p> : null}
    </section>
  );
}
