import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { checkedText } from '../../../contracts/checking/wire.ts';
import { checkingScreenWords } from '../../../contracts/ui/words-checking.ts';
import { useSession } from '../../app/session.ts';
import { post } from '../../lib/api.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { CheckingNav } from './checking-nav.tsx';
import { type Draft, declaredOf, emptyDraft } from './draft.ts';
import { Review } from './review.tsx';
import { WriteForm } from './write-form.tsx';

const words = checkingScreenWords.write;
const LONG_MS = 180_000;

/** What was typed stays while one looks at another page; it is not written to disk. */
let kept: Draft = emptyDraft;

function useDraft(unit: string) {
  const [draft, setDraft] = useState<Draft>(() => (kept.unit === '' ? { ...kept, unit } : kept));
  const change = (next: Draft) => {
    kept = next;
    setDraft(next);
  };
  return [draft, change] as const;
}

function send(draft: Draft, file: File | null) {
  const declared = declaredOf(draft);
  if (file !== null) {
    const body = new FormData();
    body.append('unit', draft.unit);
    if (declared) body.append('declared', JSON.stringify(declared));
    body.append('file', file);
    return post('/checks/documents', { schema: checkedText, body, timeoutMs: LONG_MS });
  }
  const body = { unit: draft.unit, text: draft.text, ...(declared ? { declared } : {}) };
  return post('/checks', { schema: checkedText, body, timeoutMs: LONG_MS });
}

/** A text is pasted or a file is dropped; what a careful editor would mark is shown in place. */
export function CheckPage() {
  const { posts } = useSession();
  const client = useQueryClient();
  const [draft, setDraft] = useDraft(posts[0]?.unitId ?? '');
  const [writing, setWriting] = useState(true);
  const run = useMutation({
    mutationFn: ({ text, file }: { text: string; file: File | null }) => send({ ...draft, text }, file),
    onSuccess: async () => {
      setWriting(false);
      await client.invalidateQueries({ queryKey: ['checks'] });
    },
  });
  const units = [...new Map(posts.map(({ unitId, unitName }) => [unitId, unitName]))];
  const again = (text: string) => {
    setDraft({ ...draft, text });
    run.mutate({ text, file: null });
  };
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} />
      <CheckingNav />
      {units.length === 0 ? <EmptyState title={words.noPost} /> : null}
      {units.length > 0 && (writing || !run.data) ? (
        <WriteForm
          draft={draft}
          units={units}
          busy={run.isPending}
          error={run.error}
          onChange={setDraft}
          onCheck={() => run.mutate({ text: draft.text, file: null })}
          onFile={(file) => run.mutateAsync({ text: '', file })}
        />
      ) : null}
      {!writing && run.data ? (
        <Review
          key={run.data.check.id}
          result={run.data}
          busy={run.isPending}
          onAgain={again}
          onEdit={(text) => {
            setDraft({ ...draft, text });
            setWriting(true);
          }}
          onAnother={() => {
            setDraft({ ...emptyDraft, unit: draft.unit });
            setWriting(true);
            run.reset();
          }}
        />
      ) : null}
    </>
  );
}
