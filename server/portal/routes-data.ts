import type { FastifyInstance } from 'fastify';
import * as wire from '../../contracts/portal/wire.ts';
import { portalWords as w } from '../../contracts/portal/words.ts';
import { publicVisitor } from '../kernel/actor.ts';
import type { Runner } from '../kernel/runner.ts';
import { getPublicAccount } from '../modules/accounts/index.ts';
import { accountPath } from './account-parts.tsx';
import { sendFresh } from './answer.ts';
import { keepFor, type OpenFormat, openData, openView } from './open-data.ts';
import { qrSvg } from './qr.ts';
import type { Signer } from './statement.ts';

export interface DataParts {
  readonly app: FastifyInstance;
  readonly runner: Runner;
  readonly publicUrl: string;
  readonly signer: Signer;
  readonly openDataSeconds: number;
}

/** The whole list is large: a program that wants it fresh takes it once a minute. */
const FEW = { rateLimit: { max: 20, timeWindow: '1 minute' } };
const MANY = { rateLimit: { max: 120, timeWindow: '1 minute' } };
const KEPT_ANSWERS = 20;
const ACCOUNT = '/public/accounts/:jurisdiction/:number';
const TYPES: Readonly<Record<OpenFormat, string>> = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
};

/** Open data, the keys, and of each account the signed statement and the QR code. */
export function dataRoutes(parts: DataParts): void {
  const kept = keepFor(parts.openDataSeconds, KEPT_ANSWERS);
  wholeList(parts, 'json', kept);
  wholeList(parts, 'csv', kept);
  proofs(parts);
}

function wholeList(parts: DataParts, format: OpenFormat, kept: ReturnType<typeof keepFor>): void {
  const { app, runner, publicUrl: site } = parts;
  app.get(
    `/public/data/accounts.${format}`,
    { schema: { hide: true }, config: FEW },
    async (request, reply) => {
      const { jurisdiction } = wire.openDataQuery.parse(request.query);
      const body = await kept(`${format} ${jurisdiction ?? ''}`, () =>
        runner.query(publicVisitor, (ctx) => openData(ctx, { format, jurisdiction, site })),
      );
      reply.header('access-control-allow-origin', '*');
      return sendFresh(request, reply, {
        body,
        type: TYPES[format],
        ...(format === 'csv' ? { name: 'accounts.csv' } : {}),
      });
    },
  );
}

function proofs({ app, runner, publicUrl: site, signer }: DataParts): void {
  const options = { schema: { hide: true }, config: MANY };
  app.get('/public/keys.json', options, (request, reply) =>
    sendFresh(request, reply.header('access-control-allow-origin', '*'), {
      body: JSON.stringify(signer.keys),
      type: 'application/jwk-set+json',
    }),
  );
  app.get(`${ACCOUNT}/statement`, options, async (request, reply) => {
    const { jurisdiction, number } = wire.accountParams.parse(request.params);
    const signed = await runner.query(publicVisitor, async (ctx) =>
      signer.sign(openView(ctx, await getPublicAccount(ctx, jurisdiction, number), site), ctx.now),
    );
    // Shown as text, so that it can be copied from a telephone.
    return reply
      .header('access-control-allow-origin', '*')
      .header('cache-control', 'no-store')
      .type('text/plain; charset=utf-8')
      .send(`${signed}\n`);
  });
  app.get(`${ACCOUNT}/qr.svg`, options, async (request, reply) => {
    const { jurisdiction, number } = wire.accountParams.parse(request.params);
    const account = await runner.query(publicVisitor, (ctx) => getPublicAccount(ctx, jurisdiction, number));
    const body = qrSvg(`${site}${accountPath(account)}`, w.account.qrLabel(account.name));
    return sendFresh(request, reply, { body, type: 'image/svg+xml' });
  });
}
