import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { uploaded } from '../../../contracts/sightings/wire.ts';
import { sightingsScreenWords } from '../../../contracts/ui/words-sightings.ts';
import { post } from '../../lib/api.ts';
import { LoadProblem } from '../../ui/load-problem.tsx';
import { Panel } from '../../ui/panel.tsx';
import { UploadField } from '../../ui/upload-field.tsx';

const words = sightingsScreenWords.upload;
const LONG_MS = 300_000;

function formOf(file: File): FormData {
  const form = new FormData();
  form.append('file', file);
  return form;
}

/** A table of what was seen, recorded row by row; rows that could not be are named. */
export function UploadSightings({ open, onClose }: { open: boolean; onClose: () => void }) {
  const client = useQueryClient();
  const send = useMutation({
    mutationFn: (file: File) =>
      post('/sightings/upload', { schema: uploaded, body: formOf(file), timeoutMs: LONG_MS }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['drifts'] }),
  });
  const close = () => {
    send.reset();
    onClose();
  };
  return (
    <Panel title={words.title} open={open} onClose={close}>
      <p>{words.lead}</p>
      <p className="jz-soft">{words.columns}</p>
      <UploadField
        label={words.file}
        kinds={['.csv', '.xlsx']}
        files={[]}
        disabled={send.isPending}
        onUpload={async (file) => send.mutateAsync(file).catch(() => undefined)}
      />
      <LoadProblem error={send.error} />
      <div role="status">
        {send.data ? <p>{words.done(send.data.recorded, send.data.drifts)}</p> : null}
        {send.data && send.data.problems.length > 0 ? (
          <>
            <p className="jz-plain-error">{words.problems(send.data.problems.length)}</p>
            <ul className="jz-bullets">
              {send.data.problems.map(({ row, message }) => (
                <li key={row}>{words.row(row, message)}</li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
      {send.data ? <Button onClick={close}>{words.close}</Button> : null}
    </Panel>
  );
}
