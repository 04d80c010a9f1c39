import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { z } from 'zod';
import {
  type GapQuery,
  gapPage,
  type KeepBody,
  ledger,
  type RecordWire,
} from '../../../contracts/stewardship/wire.ts';
import { stewardshipScreenWords as words } from '../../../contracts/ui/words-stewardship.ts';
import { apiUrl, get, post } from '../../lib/api.ts';

const kept = z.strictObject({ id: z.uuid() });
type Query = Partial<Record<keyof GapQuery, string | number | undefined>>;

/** Where a ledger is: of one account, or of a unit for all its accounts. */
export type LedgerPlace =
  | { readonly jurisdiction: string; readonly accountId: string }
  | { readonly unitId: string };

const ledgerPath = (place: LedgerPlace) =>
  'unitId' in place
    ? `/stewardship/units/${place.unitId}`
    : `/stewardship/accounts/${place.jurisdiction}/${place.accountId}`;

/** Who answers, with what papers, and what is missing. */
export const ledgerQuery = (place: LedgerPlace) =>
  queryOptions({
    queryKey: ['stewardship', ledgerPath(place)],
    queryFn: ({ signal }) => get(ledgerPath(place), { schema: ledger, signal }),
  });

/** What is missing or due, one page. */
export const gapsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['stewardship', 'gaps', query],
    queryFn: ({ signal }) => get('/stewardship/gaps', { schema: gapPage, query, signal }),
    placeholderData: keepPreviousData,
  });

export const gapsExportUrl = (query: Query) => apiUrl('/stewardship/gaps.xlsx', query);

const recordPath = ({ jurisdiction, id }: RecordWire) => `/stewardship/records/${jurisdiction}/${id}`;

/** The address of a kept file. */
export const recordFileUrl = (record: RecordWire, fileId: string) =>
  apiUrl(`${recordPath(record)}/files/${fileId}`);

/** Changes of a ledger; each says that it is saved and reads again what is on the screen. Throws ApiProblem. */
export function useLedgerCommands() {
  const client = useQueryClient();
  const { message } = App.useApp();
  const renew = async (said: string) => {
    void message.success(said);
    await client.invalidateQueries({ queryKey: ['stewardship'] });
    await client.invalidateQueries({ queryKey: ['accounts'] });
  };
  return {
    keep: async (place: LedgerPlace, body: KeepBody) => {
      await post(`${ledgerPath(place)}/records`, { schema: kept, body });
      await renew(words.saved);
    },
    end: async (record: RecordWire, body: { toDay: string; reason: string }) => {
      await post(`${recordPath(record)}/end`, { schema: kept, body });
      await renew(words.ended);
    },
    attach: async (record: RecordWire, file: File) => {
      const body = new FormData();
      body.append('file', file);
      await post(`${recordPath(record)}/files`, { schema: kept, body });
      await renew(words.saved);
    },
  };
}
