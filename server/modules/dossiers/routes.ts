import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { dossierKey, dossierParts as partsSchema } from '../../../contracts/dossiers/wire.ts';
import { dossierRoutes as names } from '../../../contracts/dossiers/words.ts';
import { writeZip } from '../../documents/zip-writer.ts';
import { moduleRoutes, type RouteParts } from '../../kernel/http/routes.ts';
import { describeAccount } from './describe-account.ts';
import { describeFindings } from './describe-findings.ts';
import { dossierParts, fetchKeptFile, type PreparedDossier, prepareDossier } from './export-dossier.ts';
import { type DossierPart, readParts } from './gather-dossier.ts';

const DOSSIER = '/api/v1/dossiers/:jurisdiction/:id';

/** One account, one dossier: what the modules keep on it, and all of it as one archive. */
export function dossiersRoutes(parts: RouteParts, modules: readonly DossierPart[]): void {
  const r = moduleRoutes(parts, names.tag);
  const others = [...modules, describeFindings];
  r.query({
    url: DOSSIER,
    summary: names.parts,
    params: dossierKey,
    response: partsSchema,
    handle: (ctx, { params }) => readParts(ctx, { own: describeAccount, others }, params),
  });
  r.file({
    url: `${DOSSIER}/dossier.zip`,
    summary: names.export,
    params: dossierKey,
    handle: async (ctx, { params, request }) => {
      const prepared = await prepareDossier(ctx, [describeAccount, ...others], params);
      return {
        name: prepared.name,
        mime: 'application/zip',
        content: Readable.from(archive(parts, request, prepared)),
      };
    },
  });
}

/** Sent while it is made: each paper is fetched for whoever asks, in a short transaction of its own. */
function archive({ runner, who }: RouteParts, request: FastifyRequest, prepared: PreparedDossier) {
  const fetched = dossierParts(prepared, (file) =>
    runner.query(who(request), (ctx) => fetchKeptFile(ctx, file)),
  );
  return writeZip(fetched);
}
