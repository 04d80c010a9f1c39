import { useMutation, useQueryClient } from '@tanstack/react-query';
import { uploadedActivity } from '../../../contracts/consolidation/wire.ts';
import { consolidationScreenWords } from '../../../contracts/ui/words-consolidation.ts';
import { post } from '../../lib/api.ts';
import { UploadPanel } from '../../ui/upload-panel.tsx';

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
  return (
    <UploadPanel
      open={open}
      onClose={onClose}
      words={words}
      kinds={['.xlsx']}
      send={send}
      taken={({ kept }) => words.done(kept)}
    />
  );
}
