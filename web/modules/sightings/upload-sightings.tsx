import { useMutation, useQueryClient } from '@tanstack/react-query';
import { uploaded } from '../../../contracts/sightings/wire.ts';
import { sightingsScreenWords } from '../../../contracts/ui/words-sightings.ts';
import { post } from '../../lib/api.ts';
import { UploadPanel } from '../../ui/upload-panel.tsx';

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
  return (
    <UploadPanel
      open={open}
      onClose={onClose}
      words={words}
      kinds={['.csv', '.xlsx']}
      send={send}
      taken={({ recorded, drifts }) => words.done(recorded, drifts)}
    />
  );
}
