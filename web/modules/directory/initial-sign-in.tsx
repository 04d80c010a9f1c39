import { directoryScreenWords } from '../../../contracts/ui/words-directory.ts';
import { FactList } from '../../ui/fact-list.tsx';

const words = directoryScreenWords.initial;

/** A new user's first password: shown here and nowhere else. */
export function InitialSignIn({ userName, password }: { userName: string; password: string }) {
  return (
    <div className="jz-card jz-initial" role="status">
      <h3>{words.title}</h3>
      <FactList
        facts={[
          [words.userName, <code key="name">{userName}</code>],
          [words.password, <code key="password">{password}</code>],
        ]}
      />
      <p>{words.hint}</p>
    </div>
  );
}
