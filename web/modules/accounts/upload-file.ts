import { type FilingWire, filing as filingSchema } from '../../../contracts/accounts/wire.ts';
import { post } from '../../lib/api.ts';
import { ApiProblem, asProblem } from '../../lib/problem.ts';
import { filingPath } from './calls.ts';

/** Uploads a file under a label of the filing; answers the filing with it, throws ApiProblem whose detail says what is wrong with the file. */
export async function uploadFile(filing: FilingWire, label: string, file: File): Promise<FilingWire> {
  const body = new FormData();
  body.append('label', label);
  body.append('file', file);
  try {
    return await post(`${filingPath(filing.jurisdiction, filing.id)}/files`, { schema: filingSchema, body });
  } catch (error) {
    const { status, title, detail, problems } = asProblem(error);
    throw new ApiProblem(status, title, problems[0]?.message ?? detail, problems);
  }
}
