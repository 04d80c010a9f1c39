import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem.ts';

/** One cache for the whole window: a refusal is final, a broken line is tried twice more. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => !(error instanceof ApiProblem && error.status >= 400) && failures < 2,
    },
    mutations: { retry: false },
  },
});
