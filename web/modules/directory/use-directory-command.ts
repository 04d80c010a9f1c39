import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import type { z } from 'zod';
import { directoryScreenWords } from '../../../contracts/ui/words-directory.ts';
import { del, post, put } from '../../lib/api.ts';

const methods = { POST: post, PUT: put, DELETE: del } as const;

/** Sends a change of the directory, says that it is saved, and reads again what is on the screen; throws ApiProblem. */
export function useDirectoryCommand() {
  const client = useQueryClient();
  const { message } = App.useApp();
  return async <S extends z.ZodType>(
    method: keyof typeof methods,
    path: string,
    schema: S,
    body?: unknown,
  ): Promise<z.output<S>> => {
    const answer = await methods[method](path, { schema, ...(body === undefined ? {} : { body }) });
    void message.success(directoryScreenWords.actions.saved);
    await client.invalidateQueries({ queryKey: ['directory'] });
    return answer;
  };
}
