import { type FilingWire, type KeptWire, kept } from '../../../contracts/accounts/wire.ts';
import { post } from '../../lib/api.ts';
import { asProblem } from '../../lib/problem.ts';
import { filingPath } from './calls.ts';

/** Uploads a file under a label of the filing; throws an Error with the server's sentence. */
export async function uploadFile(filing: FilingWire, label: string, file: File): Promise<KeptWire> {
  const body = new FormData();
  body.append('label', label);
  body.append('file', file);
  try {
    return await post(`${filingPath(filing.jurisdiction, filing.id)}/files`, { schema: kept, body });
  } catch (error) {
    const problem = asProblem(error);
    throw new Error(problem.problems[0]?.message ?? problem.detail);
  }
}
