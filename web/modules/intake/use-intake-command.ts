import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type IntakeWire, intake as intakeSchema } from '../../../contracts/intake/wire.ts';
import { post, put } from '../../lib/api.ts';
import { intakePath, intakeQuery } from './calls.ts';

const LONG_MS = 300_000;

/** A step on an import: sends its body and shows the import as it stands after. */
export function useIntakeCommand<Body extends object>(intake: IntakeWire, verb: 'mapping' | 'run' | 'undo') {
  const client = useQueryClient();
  const path = `${intakePath(intake.jurisdiction, intake.id)}/${verb}`;
  return useMutation({
    mutationFn: (body: Body) => {
      const call = { schema: intakeSchema, body: { ...body, version: intake.version }, timeoutMs: LONG_MS };
      return verb === 'mapping' ? put(path, call) : post(path, call);
    },
    onSuccess: async (after) => {
      client.setQueryData(intakeQuery(intake.jurisdiction, intake.id).queryKey, after);
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    },
  });
}
