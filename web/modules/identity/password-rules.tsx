import type { Session } from '../../../contracts/identity/wire.ts';
import { identityScreenWords } from '../../../contracts/ui/words-identity.ts';
import { BasisTag } from '../../ui/basis-tag.tsx';
import './identity.css';

const words = identityScreenWords.password;
const CLASSES = [/\d/, /\p{L}/u, /[^\d\p{L}]/u];

function Rule({ met, text }: { met: boolean; text: string }) {
  return (
    <li className={met ? 'jz-met' : ''}>
      {text}
      <span className="jz-hidden">（{met ? words.met : words.unmet}）</span>
    </li>
  );
}

/** What a password has to be and by which article; marks what the typed one meets already, the server decides. */
export function PasswordRules({ rules, typed }: { rules: Session['passwordRules']; typed: string }) {
  const classes = CLASSES.filter((each) => each.test(typed)).length;
  return (
    <div className="jz-password-rules">
      <h2>
        {words.rules} <BasisTag basis={rules.basis} about={words.about} />
      </h2>
      <ul>
        <Rule met={typed.length >= rules.minLength} text={words.length(rules.minLength)} />
        <Rule met={classes >= rules.classes} text={words.classes(rules.classes)} />
        {rules.changeEvery ? <li>{words.interval(rules.changeEvery)}</li> : null}
      </ul>
      {rules.basis.length === 0 ? <p className="jz-plain-hint">{words.baseline}</p> : null}
    </div>
  );
}
