import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { uploadedActivity } from '../../../contracts/consolidation/wire.ts';
import { consolidationScreenWords } from '../../../contracts/ui/words-consolidation.ts';
import { post } from '../../lib/api.ts';
import { LoadProblem } from '../../ui/load-problem.tsx';
import { Panel } from '../../ui/panel.tsx';
import { UploadField } from '../../ui/upload-field.tsx';

const words = consolidationScreenWords.upload;
const LONG_MS = 300_000;

/** A table of figures, kept row by row; rows that cannot be kept are named. */
export function UploadActivity({ open, onClose }: { open: boolean; onClose: () => void }) {
  const client = useQueryClient();
  const send = useMutation({
    mutationFn: (file: File) => {
      const body = new FormData();
      body.append('file', file);
      return post('/activity/upload', { schema: uploadedActivity, body, timeoutMs: LONG_MS });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['consolidations'] }),
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
        kinds={['.xlsx']}
        files={[]}
        disabled={send.isPending}
        onUpload={async (file) => send.mutateAsync(file).catch(() => undefined)}
      />
      <LoadProblem error={send.error} />
      <div role="status">
        {send.data ? <p>{words.done(send.data.kept)}</p> : null}
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
