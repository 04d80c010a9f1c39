import { fileURLToPath } from 'node:url';
import { noticeWords, problemWords } from '../contracts/words.ts';
import type { Config } from './config.ts';
import { createFirstAdministrator, demoRoutes, demoSignIns, endDemo, fillDemo } from './demo/index.ts';
import { createHttp } from './kernel/http/app.ts';
import { createSentences } from './kernel/http/problems.ts';
import { moduleRoutes, type RouteParts } from './kernel/http/routes.ts';
import { servePages } from './kernel/http/static.ts';
import {
  createOpenIdProvider,
  createSecretBox,
  type IdentityParts,
  identityRoutes,
  OPEN_ID_CALLBACK,
  readIdentityKey,
  sessionGuard,
} from './kernel/identity/index.ts';
import { readSigningKey } from './kernel/signing-key.ts';
import { accountsRoutes, mayFileSomewhere } from './modules/accounts/index.ts';
import { approvalsRoutes } from './modules/approvals/index.ts';
import { checkingRoutes } from './modules/checking/index.ts';
import {
  consolidationRoutes,
  describeConsolidation,
  maySeeConsolidation,
} from './modules/consolidation/index.ts';
import { deadlineRoutes } from './modules/deadlines/index.ts';
import { directoryRoutes, loadActor } from './modules/directory/index.ts';
import { dossiersRoutes } from './modules/dossiers/index.ts';
import { intakeRoutes, mayTakeInSomewhere } from './modules/intake/index.ts';
import { mayReadAudit, overviewRoutes } from './modules/overview/index.ts';
import { sightingsRoutes } from './modules/sightings/index.ts';
import { sitesRoutes } from './modules/sites/index.ts';
import { describeLedger, stewardshipRoutes } from './modules/stewardship/index.ts';
import { policyFor } from './policy/index.ts';
import { createSigner, portalRoutes } from './portal/index.ts';
import { openSystem, type System } from './system.ts';

const PAGES = fileURLToPath(new URL('../web/dist', import.meta.url));
const REFUSAL_MS = 300;
const OPEN_DATA_SECONDS = 60;

export interface RunningServer {
  readonly address: string;
  readonly notices: readonly string[];
  /** Settles when the embedded database ends without being asked to. */
  readonly lost: Promise<void>;
  close(): Promise<void>;
}

/** Starts everything and listens: database, schema, packs, demonstration data, jobs, HTTP. Throws StartProblem. */
export async function startServer(config: Config): Promise<RunningServer> {
  const system = await openSystem(config);
  try {
    const signIns = config.demo
      ? await fillDemo(system.runner)
      : [...(await createFirstAdministrator(system.runner)), ...(await endDemo(system.runner))];
    const app = await face(system);
    await system.jobs.start(system.handlers, (error) => app.log.error({ err: error }, 'queue'));
    await app.listen({ host: config.host, port: config.port });
    return {
      address: config.publicUrl,
      notices: [...system.notices, ...signIns],
      lost: system.lost,
      close: async () => {
        await app.close();
        await system.close();
      },
    };
  } catch (error) {
    await system.close();
    throw error;
  }
}

/** The web server with every module's routes. */
async function face(system: System) {
  const { config, runner, packs } = system;
  const sentences = createSentences(problemWords);
  const https = config.publicUrl.startsWith('https:');
  const app = await createHttp(
    {
      logLevel: config.logLevel,
      https,
      requestsPerMinute: config.requestsPerMinute,
      trustProxy: config.trustProxy,
    },
    sentences,
  );
  const identity = identityParts(system, https, (error) => app.log.error({ err: error }, 'identity'));
  const guard = sessionGuard(identity);
  const parts: RouteParts = { app, runner, sentences, who: guard.who };
  identityRoutes(parts, identity, guard);
  directoryRoutes(parts);
  approvalsRoutes(moduleRoutes(parts, 'approvals'));
  deadlineRoutes(parts);
  accountsRoutes(parts);
  intakeRoutes(parts);
  stewardshipRoutes(parts);
  dossiersRoutes(parts, [describeLedger, describeConsolidation]);
  sightingsRoutes(parts);
  sitesRoutes(parts);
  consolidationRoutes(parts);
  checkingRoutes(parts, system.checkers);
  overviewRoutes(parts, packs, noticeWords);
  if (config.demo) demoRoutes(parts);
  await portalRoutes({
    app,
    runner,
    publicUrl: config.publicUrl,
    signer: await createSigner(readSigningKey(config.dataFolder), config.publicUrl),
    openDataSeconds: OPEN_DATA_SECONDS,
  });
  await servePages(app, PAGES, sentences);
  return app;
}

function identityParts(system: System, https: boolean, onError: (error: unknown) => void): IdentityParts {
  const { config, db, runner, packs, geography, loadCalendar } = system;
  return {
    db,
    runner,
    geography,
    loadCalendar,
    loadActor,
    onError,
    offers: {
      audit: mayReadAudit,
      file: mayFileSomewhere,
      intake: mayTakeInSomewhere,
      consolidation: maySeeConsolidation,
    },
    policyFor: (jurisdiction, on) => policyFor(packs, jurisdiction, on),
    box: createSecretBox(readIdentityKey(config.dataFolder)),
    openId:
      config.oidc &&
      createOpenIdProvider({ ...config.oidc, redirectUri: `${config.publicUrl}${OPEN_ID_CALLBACK}` }),
    settings: {
      https,
      idleMinutes: config.session.idleMinutes,
      longestHours: config.session.longestHours,
      lockAttempts: config.lockout.attempts,
      lockMinutes: config.lockout.minutes,
      refusalMs: REFUSAL_MS,
      demo: config.demo,
      demoSignIns: config.demo ? demoSignIns : [],
    },
  };
}
