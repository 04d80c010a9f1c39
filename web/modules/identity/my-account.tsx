import { uiWords } from '../../../contracts/ui/words.ts';
import { identityScreenWords } from '../../../contracts/ui/words-identity.ts';
import { useSession } from '../../app/session.ts';
import { fullDay } from '../../lib/day.ts';
import { DemoClock } from './demo-clock.tsx';
import { SecondFactor } from './second-factor.tsx';

/** What belongs to the person alone: their posts, password, second factor; in demonstrations the clock too. */
export function MyAccount() {
  const session = useSession();
  return (
    <div className="jz-stack jz-account">
      <p>
        <strong>{session.person.name}</strong> <span className="jz-soft">{session.userName}</span>
      </p>
      <section>
        <h3>{uiWords.currentPosts}</h3>
        <ul>
          {session.posts.map((each) => (
            <li key={each.postId}>{uiWords.post(each.unitName, each.title, 1)}</li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{identityScreenWords.password.heading}</h3>
        {session.passwordDueDay ? (
          <p className="jz-soft">{identityScreenWords.password.due(fullDay(session.passwordDueDay))}</p>
        ) : null}
        <p>
          <a className="jz-button" href="/password">
            {uiWords.changePassword}
          </a>
        </p>
      </section>
      <SecondFactor enabled={session.totpEnabled} />
      {session.abilities.demoClock ? <DemoClock today={session.today} /> : null}
    </div>
  );
}
