import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { type ProposalWire, proposal as schema } from '../../../contracts/consolidation/wire.ts';
import { post } from '../../lib/api.ts';
import { proposalPath, proposalQuery } from './calls.ts';

interface Step {
  /** Below the proposal's own path. */
  readonly path: string;
  readonly body: FormData | object;
  readonly said: string;
}

/** A step on a proposal or one of its accounts: sends it and shows the proposal as it stands after. */
export function useProposalCommand({ jurisdiction, id }: Pick<ProposalWire, 'jurisdiction' | 'id'>) {
  const client = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: ({ path, body }: Step) => post(`${proposalPath(jurisdiction, id)}/${path}`, { schema, body }),
    onSuccess: async (after, { said }) => {
      client.setQueryData(proposalQuery(jurisdiction, id).queryKey, after);
      void message.success(said);
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    },
  });
}
