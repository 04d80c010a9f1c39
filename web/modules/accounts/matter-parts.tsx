import type { FilingWire, PublicNoticeWire } from '../../../contracts/accounts/wire.ts';
import { matterScreenWords as words } from '../../../contracts/ui/words-matters.ts';
import { useSession } from '../../app/session.ts';
import { fullDay } from '../../lib/day.ts';
import { BasisTag } from '../../ui/basis-tag.tsx';
import { DueExplanation, DueStanding } from '../../ui/due-explanation.tsx';
import { stripDays } from '../../ui/due-steps.ts';
import { StateTag, type Tone } from '../../ui/state-tag.tsx';
import './matters.css';

/** What a change alters, old and new side by side. */
export function ChangesCard({ changes }: { changes: FilingWire['changes'] }) {
  return (
    <section className="jz-card">
      <h2>{words.changes}</h2>
      {changes.length === 0 ? <p className="jz-soft">{words.noChanges}</p> : null}
      <dl className="jz-altered">
        {changes.map((each) => (
          <div key={each.key}>
            <dt>{each.label}</dt>
            <dd>
              <span>
                {words.before}：<del>{each.before || words.empty}</del>
              </span>
              <span>
                {words.after}：<ins>{each.after || words.empty}</ins>
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What the matter is by the regulation, and that the public is told first. */
export function MatterNote(props: { meaning: FilingWire['meaning']; ahead: FilingWire['noticeAhead'] }) {
  const { meaning, ahead } = props;
  if (!meaning && !ahead) return null;
  return (
    <section className="jz-card">
      {meaning ? (
        <p>
          {meaning.text} <BasisTag basis={meaning.basis} about={words.meaning} />
        </p>
      ) : null}
      {ahead ? (
        <p>
          {words.noticeAheadText(ahead.term)} <BasisTag basis={ahead.basis} about={words.noticeAhead} />
        </p>
      ) : null}
    </section>
  );
}

const tones: Record<PublicNoticeWire['state'], Tone> = {
  standing: 'active',
  withdrawn: 'plain',
  done: 'done',
};

function Notice({ notice, today }: { notice: PublicNoticeWire; today: string }) {
  const { run } = notice;
  return (
    <li className="jz-clock">
      <p>
        <strong>{notice.title}</strong> <StateTag tone={tones[notice.state]}>{notice.stateName}</StateTag>
      </p>
      <p className="jz-soft">{words.noticeFrom(fullDay(notice.publishedOn))}</p>
      {run && notice.state === 'standing' ? (
        <p>
          <DueStanding due={run.lastOn} today={today} provisional={run.provisional} />
        </p>
      ) : null}
      {run ? (
        <DueExplanation
          due={run.lastOn}
          provisional={run.provisional && notice.state === 'standing'}
          sentence={run.explanation}
          days={stripDays(run.steps, run.lastOn)}
          basis={notice.basis}
        />
      ) : null}
      <details>
        <summary>{words.noticeText}</summary>
        <p>{notice.body}</p>
      </details>
    </li>
  );
}

/** What the public is told, how long that runs, and every day of it. */
export function NoticeList({ notices }: { notices: readonly PublicNoticeWire[] }) {
  const { today } = useSession();
  if (notices.length === 0) return null;
  return (
    <section className="jz-card">
      <h2>{words.notices}</h2>
      <ul className="jz-clocks">
        {notices.map((notice) => (
          <Notice key={notice.id} notice={notice} today={today} />
        ))}
      </ul>
    </section>
  );
}
