import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ColumnRequestWire, columnRequest } from '../../../contracts/sites/wire-requests.ts';
import { post, put } from '../../lib/api.ts';
import { requestPath, requestQuery } from './calls.ts';

const verbs = { draft: put, submit: post, withdraw: post, built: post } as const;

/** A step on a request: sends its body and shows the request as it stands after. */
export function useRequestCommand<Body>(
  request: ColumnRequestWire,
  verb: keyof typeof verbs,
  onDone?: (after: ColumnRequestWire) => void,
) {
  const client = useQueryClient();
  const { jurisdiction, id } = request;
  return useMutation({
    mutationFn: (body: Body) =>
      verbs[verb](`${requestPath(jurisdiction, id)}/${verb}`, { schema: columnRequest, body }),
    onSuccess: async (after) => {
      client.setQueryData(requestQuery(jurisdiction, id).queryKey, after);
      onDone?.(after);
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    },
  });
}
