import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import underPressure from '@fastify/under-pressure';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { apiWords } from '../../../contracts/kernel/words.ts';
import { refuseGarbled } from './garbled.ts';
import { errorHandler, requestId, type Sentences, sendProblems } from './problems.ts';

export interface HttpSettings {
  readonly logLevel: string;
  /** Where log lines go; standard output unless told. */
  readonly logTo?: { write(line: string): void };
  /** The address is reached over TLS: only then are HSTS and secure cookies right. */
  readonly https: boolean;
  /** Requests a minute from one address before it is told to slow down. */
  readonly requestsPerMinute: number;
  /** Addresses of reverse proxies whose X-Forwarded-For is believed. */
  readonly trustProxy: readonly string[];
}

/** The upper bound of a file, and of the body that carries it: 20 MB by the product's rule. */
const FILE_LIMIT_BYTES = 20 * 1024 * 1024;
const JSON_LIMIT_BYTES = 1024 * 1024;
/** Twenty megabytes over a line of 70 kB/s; who sends a byte now and then is not waited for longer. */
const SLOWEST_REQUEST_MS = 300_000;

/** A web server with its guards up and no routes yet. */
export async function createHttp(settings: HttpSettings, sentences: Sentences): Promise<FastifyInstance> {
  const app = Fastify({
    logger: {
      level: settings.logLevel,
      redact: ['req.headers.cookie', 'req.headers.authorization'],
      serializers: { req: requestLine },
      ...(settings.logTo ? { stream: settings.logTo } : {}),
    },
    genReqId: requestId,
    bodyLimit: JSON_LIMIT_BYTES,
    trustProxy: settings.trustProxy.length > 0 ? [...settings.trustProxy] : false,
    forceCloseConnections: 'idle',
    requestTimeout: SLOWEST_REQUEST_MS,
    clientErrorHandler: refuseGarbled(sentences),
    routerOptions: { maxParamLength: 200 },
    // An address that cannot be decoded never reaches a route.
    frameworkErrors: (error, request, reply) => void errorHandler(sentences)(error, request, reply),
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(errorHandler(sentences));
  await guard(app, settings);
  app.addHook('preHandler', refuseNeedlessBody(sentences));
  app.addHook('onSend', keepNoCopy);
  await app.register(compress, { global: true, threshold: 1024 });
  await app.register(cookie);
  await app.register(multipart, {
    limits: { fileSize: FILE_LIMIT_BYTES, files: 1, fields: 10, fieldSize: 10_000 },
  });
  await describeApi(app);
  return app;
}

/** What the interface answers is somebody's own: neither the disk of a shared computer nor a proxy keeps a copy of it. */
async function keepNoCopy(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (request.url.startsWith('/api/v1/') && !reply.hasHeader('cache-control'))
    reply.header('cache-control', 'no-store');
}

/** A body where a route takes none is a mistake of the caller, and is said so rather than passed over. */
function refuseNeedlessBody(sentences: Sentences) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const { body } = request;
    if (
      body === undefined ||
      body === null ||
      request.is404 ||
      request.routeOptions.schema?.body !== undefined
    )
      return;
    const keys = typeof body === 'object' ? Object.keys(body) : [''];
    if (keys.length === 0) return;
    const problems = keys
      .slice(0, 10)
      .map((key) => ({ code: 'unknown-field', field: key, facts: { field: key } }));
    return sendProblems(reply, sentences, 400, problems);
  };
}

/** What the log says of a request. No query: it carries names searched for, and the codes of 统一身份认证. */
function requestLine(request: FastifyRequest) {
  return { method: request.method, url: request.url.replace(/[?#].*$/s, ''), remoteAddress: request.ip };
}

async function guard(app: FastifyInstance, settings: HttpSettings): Promise<void> {
  await app.register(helmet, {
    hsts: settings.https,
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        styleSrc: ["'self'", "'unsafe-inline'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: settings.https ? [] : null,
      },
    },
  });
  await app.register(rateLimit, {
    max: settings.requestsPerMinute,
    timeWindow: '1 minute',
    // An office behind one address loads the same pages at eight in the morning; they cost next to nothing.
    allowList: ({ url }) => url.startsWith('/assets/'),
  });
  await app.register(underPressure, { maxEventLoopDelay: 3000, retryAfter: 5 });
}

async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: apiWords.title, description: apiWords.description, version: '1' },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'juzhen_session' },
          csrf: { type: 'apiKey', in: 'header', name: 'x-csrf-token' },
        },
      },
      security: [{ session: [], csrf: [] }],
    },
    transform: jsonSchemaTransform,
  });
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    staticCSP: true,
    theme: { title: apiWords.title, css: [{ filename: 'plain.css', content: '.topbar { display: none; }' }] },
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}
