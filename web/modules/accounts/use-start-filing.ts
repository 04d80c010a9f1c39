import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { filing as filingSchema } from '../../../contracts/accounts/wire.ts';
import { post } from '../../lib/api.ts';

/** Begins the filing that the body describes and goes to its draft. */
export function useStartFiling(body: Readonly<Record<string, unknown>>) {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => post('/filings', { schema: filingSchema, body }),
    onSuccess: ({ jurisdiction, id }) =>
      navigate({ to: '/filings/$jurisdiction/$id', params: { jurisdiction, id } }),
  });
}
