import { lazy, Suspense, useState } from 'react';
import { uiWords } from '../../contracts/ui/words.ts';
import { identityScreenWords } from '../../contracts/ui/words-identity.ts';
import { Panel } from '../ui/panel.tsx';
import { useSession } from './session.ts';

const MyAccount = lazy(() =>
  import('../modules/identity/my-account.tsx').then((file) => ({ default: file.MyAccount })),
);

/** Who is signed in and in which post; opens what belongs to the person alone. */
export function Person() {
  const { person, posts } = useSession();
  const [open, setOpen] = useState(false);
  const first = posts[0];
  return (
    <>
      <button type="button" className="jz-person" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <span className="jz-person-name">{person.name}</span>
        <span className="jz-person-post">
          {first ? uiWords.post(first.unitName, first.title, posts.length) : uiWords.noPost}
        </span>
      </button>
      <Panel title={identityScreenWords.account} open={open} onClose={() => setOpen(false)}>
        <Suspense fallback={uiWords.loading}>
          <MyAccount />
        </Suspense>
      </Panel>
    </>
  );
}
