import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { type SiteWire, site } from '../../../contracts/sites/wire.ts';
import { siteScreenWords } from '../../../contracts/ui/words-sites.ts';
import { post, put } from '../../lib/api.ts';
import { siteQuery } from './calls.ts';

const methods = { POST: post, PUT: put } as const;

/** Sends a change of a site or of a part of it, and shows the whole site as it stands after; throws ApiProblem. */
export function useSiteCommand() {
  const client = useQueryClient();
  const { message } = App.useApp();
  return async (method: keyof typeof methods, path: string, body: unknown): Promise<SiteWire> => {
    const after = await methods[method](path, { schema: site, body });
    client.setQueryData(siteQuery(after.jurisdiction, after.id).queryKey, after);
    void message.success(siteScreenWords.saved);
    await client.invalidateQueries({ queryKey: ['sites', 'list'] });
    return after;
  };
}
