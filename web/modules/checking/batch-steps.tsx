import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useCallback } from 'react';
import { type CheckWire, check as checkSchema } from '../../../contracts/checking/wire.ts';
import { checkingScreenWords } from '../../../contracts/ui/words-checking.ts';
import { post } from '../../lib/api.ts';
import { useBackgroundRefresh } from '../../lib/use-background-refresh.ts';
import { LoadProblem } from '../../ui/load-problem.tsx';
import { UploadField } from '../../ui/upload-field.tsx';
import { checkPath, checkQuery, readCheck } from './calls.ts';
import { checkedKinds } from './write-form.tsx';

const words = checkingScreenWords.record;
const EVERY_MS = 2_000;

function Running({ check }: { check: CheckWire }) {
  const { jurisdiction, id, checked, documents } = check;
  const read = useCallback(
    (call: { signal: AbortSignal; background: true }) => readCheck(jurisdiction, id, call),
    [jurisdiction, id],
  );
  useBackgroundRefresh(checkQuery(jurisdiction, id).queryKey, read, EVERY_MS);
  const label = words.running(checked, documents);
  return (
    <section className="jz-card" aria-live="polite">
      <p>{label}</p>
      <Progress
        percent={documents === 0 ? 0 : Math.round((checked / documents) * 100)}
        status="active"
        aria-label={label}
      />
      <p className="jz-soft">{words.startHint}</p>
    </section>
  );
}

/** Files are added to a check of many, then it is begun; while it runs its progress is shown. */
export function BatchSteps({ check }: { check: CheckWire }) {
  const client = useQueryClient();
  const { jurisdiction, id, abilities, state } = check;
  const path = checkPath(jurisdiction, id);
  const shown = (after: CheckWire) => client.setQueryData(checkQuery(jurisdiction, id).queryKey, after);
  const start = useMutation({
    mutationFn: () => post(`${path}/start`, { schema: checkSchema }),
    onSuccess: shown,
  });
  const add = async (file: File) => {
    const body = new FormData();
    body.append('file', file);
    shown(await post(`${path}/files`, { schema: checkSchema, body }));
  };
  if (state === 'running') return <Running check={check} />;
  if (!abilities.add) return null;
  return (
    <section className="jz-card jz-stack">
      <h2>{words.add}</h2>
      <UploadField label={words.add} files={[]} kinds={checkedKinds} multiple onUpload={add} />
      <LoadProblem error={start.error} />
      <p className="jz-row">
        <Button
          type="primary"
          loading={start.isPending}
          disabled={check.documents === 0}
          onClick={() => start.mutate()}
        >
          {words.start}
        </Button>
        <span className="jz-soft">{words.startHint}</span>
      </p>
    </section>
  );
}
