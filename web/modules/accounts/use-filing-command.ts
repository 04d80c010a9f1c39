import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FilingWire, filing as filingSchema } from '../../../contracts/accounts/wire.ts';
import { post } from '../../lib/api.ts';
import { filingPath, filingQuery } from './calls.ts';

/** A step on a filing ('submit', 'withdraw', 'opening' …): posts its body and shows the filing as it stands after. */
export function useFilingCommand<Body>(
  filing: FilingWire,
  verb: string,
  onDone?: (after: FilingWire) => void,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Body) =>
      post(`${filingPath(filing.jurisdiction, filing.id)}/${verb}`, { schema: filingSchema, body }),
    onSuccess: async (after) => {
      client.setQueryData(filingQuery(filing.jurisdiction, filing.id).queryKey, after);
      onDone?.(after);
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    },
  });
}
