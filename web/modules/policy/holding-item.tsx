import type { Holding } from '../../../contracts/policy/wire.ts';
import { policyScreenWords } from '../../../contracts/ui/words-policy.ts';
import { BasisTag } from '../../ui/basis-tag.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { holdingTones } from './policy-tones.ts';

const words = policyScreenWords.holds;

/** One rule as it holds: the value in words, by which article, in which cases otherwise, and what it prevailed over. */
export function HoldingItem({ holding }: { holding: Holding }) {
  const { overrode, conditional, notes } = holding;
  const overridden = overrode.map(({ text, basis, why }) => ({ value: text, basis: [basis], why }));
  return (
    <li className="jz-rule">
      <div className="jz-rule-head">
        <h3>{holding.title}</h3>
        {holding.state === 'in-force' ? null : (
          <StateTag tone={holdingTones[holding.state]}>{policyScreenWords.states[holding.state]}</StateTag>
        )}
      </div>
      {holding.text ? <p className="jz-rule-text">{holding.text}</p> : null}
      {holding.basis.length ? (
        <div className="jz-rule-tags">
          <BasisTag
            basis={holding.basis}
            value={holding.text}
            overrode={overridden}
            notes={notes}
            about={holding.title}
          >
            {holding.basis.map((each) => `${each.sourceTitle} ${each.article}`).join('；')}
          </BasisTag>
        </div>
      ) : null}
      {conditional.length ? (
        <details className="jz-rule-more">
          <summary>
            {words.conditional}（{conditional.length}）
          </summary>
          <ul>
            {conditional.map((each) => (
              <li key={`${each.when} ${each.text}`}>
                <p>
                  <strong>{each.when}</strong> <BasisTag basis={[each.basis]} about={each.when} />
                </p>
                <p className="jz-rule-text">{each.text}</p>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {overrode.length ? (
        <p className="jz-soft">
          {words.overrode(overrode.length)} · {words.combine}：{holding.combine}
        </p>
      ) : null}
      {(holding.basis.length ? [] : notes).map((note) => (
        <p key={note} className="jz-soft">
          {note}
        </p>
      ))}
    </li>
  );
}
