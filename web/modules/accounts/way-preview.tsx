import type { ReactNode } from 'react';
import type { FilingPreview } from '../../../contracts/accounts/wire.ts';
import { accountScreenWords } from '../../../contracts/ui/words-accounts.ts';
import { BasisTag } from '../../ui/basis-tag.tsx';
import { type Fact, FactList } from '../../ui/fact-list.tsx';
import { Warnings } from '../../ui/warnings.tsx';
import { CheckList } from './check-list.tsx';
import { DutyList } from './duty-list.tsx';
import { RouteSteps } from './route-steps.tsx';
import './accounts.css';

const words = accountScreenWords.start;

function Needed({ preview, facts }: { preview: FilingPreview; facts: readonly Fact[] }) {
  return (
    <section className="jz-card">
      <h2>{words.form}</h2>
      <FactList
        facts={[[words.form, preview.formTitle], [words.timingLabel, words.timing[preview.timing]], ...facts]}
      />
      <h2>{words.attachments}</h2>
      {preview.attachments.length === 0 ? <p className="jz-soft">{words.none}</p> : null}
      <ul className="jz-bullets">
        {preview.attachments.map((slot) => (
          <li key={slot.label}>
            {slot.title} <BasisTag basis={slot.basis} about={slot.title} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface WayProps {
  readonly preview: FilingPreview;
  /** How the conditions are headed, and what is said above them while they are not met. */
  readonly conditions: { readonly title: string; readonly notYet: string };
  /** What the matter at hand adds to the facts on form and timing. */
  readonly facts?: readonly Fact[];
  /** What is said before the conditions. */
  readonly children?: ReactNode;
}

/** The way a filing would take: its conditions, form and papers on one side, its route and duties on the other. */
export function WayPreview({ preview, conditions, facts = [], children }: WayProps) {
  return (
    <div className="jz-start">
      <div>
        {children}
        <section className="jz-card">
          <h2>{conditions.title}</h2>
          {preview.abilities.start ? null : <p className="jz-route-problem">{conditions.notYet}</p>}
          <CheckList checks={preview.checks} />
        </section>
        <Needed preview={preview} facts={facts} />
      </div>
      <div>
        <section className="jz-card">
          <h2>
            {words.route} <BasisTag basis={preview.route.basis} about={words.route} />
          </h2>
          <RouteSteps route={preview.route} />
        </section>
        <DutyList duties={preview.duties} />
        {preview.warnings.length ? (
          <Warnings title={words.warnings}>
            <ul className="jz-bullets">
              {preview.warnings.map((warning) => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          </Warnings>
        ) : null}
      </div>
    </div>
  );
}
