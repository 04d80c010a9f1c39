import { useState } from 'react';
import type { CheckWire, FindingWire } from '../../../contracts/checking/wire.ts';
import { checkingScreenWords } from '../../../contracts/ui/words-checking.ts';
import { FindingCard } from './finding-card.tsx';

const words = checkingScreenWords.review;
const severities = ['block', 'warn', 'note'] as const;

type Shown = FindingWire['severity'] | 'all';

interface FindingListProps {
  findings: readonly FindingWire[];
  inText: boolean;
  current: number | null;
  abilities: Pick<CheckWire['abilities'], 'override' | 'overrideBlock'>;
  onShow?: (finding: FindingWire) => void;
  onAccept?: (finding: FindingWire) => void;
  onOverride: (finding: FindingWire) => void;
}

function Filter({
  findings,
  shown,
  onShow,
}: {
  findings: readonly FindingWire[];
  shown: Shown;
  onShow: (to: Shown) => void;
}) {
  const count = (severity: Shown) => findings.filter((each) => each.severity === severity).length;
  const choices: [Shown, string][] = [
    ['all', words.all(findings.length)],
    ...severities
      .filter((severity) => count(severity) > 0)
      .map((severity): [Shown, string] => [severity, `${words.counts[severity]} ${count(severity)}`]),
  ];
  return (
    <fieldset className="jz-finding-filter">
      <legend className="jz-hidden">{words.filter}</legend>
      {choices.map(([key, label]) => (
        <label key={key} className={key === shown ? 'jz-choice jz-choice-on' : 'jz-choice'}>
          <input
            type="radio"
            name="severity"
            className="jz-hidden"
            checked={key === shown}
            onChange={() => onShow(key)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

/** The findings of a text in its order, all or those of one severity. */
export function FindingList(props: FindingListProps) {
  const { findings, inText, current, abilities, onShow, onAccept, onOverride } = props;
  const [shown, setShown] = useState<Shown>('all');
  const listed = findings.filter(({ severity }) => shown === 'all' || severity === shown);
  return (
    <section className="jz-findings" aria-label={words.findings}>
      <Filter findings={findings} shown={shown} onShow={setShown} />
      <ol>
        {listed.map((finding) => (
          <FindingCard
            key={finding.number}
            finding={finding}
            inText={inText}
            current={finding.number === current}
            mayOverride={finding.severity === 'block' ? abilities.overrideBlock : abilities.override}
            leaderOnly={abilities.override}
            onOverride={() => onOverride(finding)}
            {...(onShow ? { onShow: () => onShow(finding) } : {})}
            {...(onAccept ? { onAccept: () => onAccept(finding) } : {})}
          />
        ))}
      </ol>
    </section>
  );
}
