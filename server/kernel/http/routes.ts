import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { problemDetails } from '../../../contracts/kernel/wire.ts';
import type { Context } from '../context.ts';
import type { Outcome } from '../outcome.ts';
import { type Runner, type Steps, stepsOf, type Who } from '../runner.ts';
import { type Sentences, sendProblems } from './problems.ts';

/** What routes of every module are made with. */
export interface RouteParts {
  readonly app: FastifyInstance;
  readonly runner: Runner;
  readonly sentences: Sentences;
  /** Finds who asks, in the transaction of the request; throws when nobody is signed in. */
  who(request: FastifyRequest): Who;
}

interface Shape<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  readonly url: string;
  readonly summary: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
}

interface Input<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  readonly params: z.output<P>;
  readonly query: z.output<Q>;
  readonly body: z.output<B>;
  readonly request: FastifyRequest;
}

type Nothing = z.ZodUndefined;

export type ReadUpload<U> = (request: FastifyRequest) => Promise<Outcome<U>>;

/** A file that an answer carries. */
export interface FileAnswer {
  readonly name: string;
  readonly mime: string;
  /** Whole, or piece by piece as it is made: then outside the transaction of the request. */
  readonly content: Buffer | Readable;
  /** Shown in the browser rather than saved; only for types that carry no script. */
  readonly inline?: boolean;
}

export interface ModuleRoutes {
  query<R extends z.ZodType, P extends z.ZodType = Nothing, Q extends z.ZodType = Nothing>(
    route: Shape<P, Q, Nothing> & {
      response: R;
      handle(ctx: Context, input: Input<P, Q, Nothing>): Promise<z.input<R>>;
    },
  ): void;
  command<R extends z.ZodType, P extends z.ZodType = Nothing, B extends z.ZodType = Nothing, U = undefined>(
    route: Shape<P, Nothing, B> & {
      method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
      response: R;
      /** Reads a file that the request carries, before the transaction begins. */
      upload?: ReadUpload<U>;
      handle(
        ctx: Context,
        input: Input<P, Nothing, B> & { readonly upload: U },
      ): Promise<Outcome<z.input<R>>>;
    },
  ): void;
  /** A change with something long in it, such as a check: no transaction, and so no connection, waits for that. */
  longCommand<R extends z.ZodType, B extends z.ZodType = Nothing, U = undefined>(
    route: Shape<Nothing, Nothing, B> & {
      method: 'POST';
      response: R;
      upload?: ReadUpload<U>;
      handle(
        steps: Steps,
        input: Input<Nothing, Nothing, B> & { readonly upload: U },
      ): Promise<Outcome<z.input<R>>>;
    },
  ): void;
  file<P extends z.ZodType = Nothing, Q extends z.ZodType = Nothing>(
    route: Shape<P, Q, Nothing> & { handle(ctx: Context, input: Input<P, Q, Nothing>): Promise<FileAnswer> },
  ): void;
}

const UNPROCESSABLE = 422;

/**
 * The kinds of route a module has: reads, changes and downloads, each signed in, checked and in one transaction, and long
 * changes, in as many as they need.
 */
export function moduleRoutes(parts: RouteParts, tag: string): ModuleRoutes {
  const app = parts.app.withTypeProvider<ZodTypeProvider>();
  const schemaOf = (route: AnyShape, response?: z.ZodType) => describe(tag, route, response);
  return {
    query: (route) =>
      void app.route({
        method: 'GET',
        url: route.url,
        schema: schemaOf(route, route.response),
        handler: (request) =>
          parts.runner.query(parts.who(request), (ctx) => route.handle(ctx, inputOf(request))),
      }),
    command: (route) =>
      addChange(parts, tag, route, (steps, input) => steps.command((ctx) => route.handle(ctx, input))),
    longCommand: (route) => addChange(parts, tag, route, route.handle),
    file: (route) =>
      void app.route({
        method: 'GET',
        url: route.url,
        schema: schemaOf(route),
        handler: async (request, reply) =>
          sendFile(
            reply,
            await parts.runner.query(parts.who(request), (ctx) => route.handle(ctx, inputOf(request))),
          ),
      }),
  };
}

type AnyShape = Shape<z.ZodType, z.ZodType, z.ZodType>;

type AnyChange = AnyShape & {
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly response: z.ZodType;
  readonly upload?: ReadUpload<unknown>;
};

/** A route that changes something: what it carries is read first, then the work is done in its own transactions. */
function addChange(
  parts: RouteParts,
  tag: string,
  route: AnyChange,
  work: (steps: Steps, input: never) => Promise<Outcome<unknown>>,
): void {
  parts.app.withTypeProvider<ZodTypeProvider>().route({
    method: route.method,
    url: route.url,
    schema: describe(tag, route, route.response),
    handler: async (request, reply) => {
      const received = route.upload && (await receiveUpload(parts, request, route.upload));
      if (received?.ok === false)
        return sendProblems(reply, parts.sentences, UNPROCESSABLE, received.problems);
      const input = { ...inputOf(request), upload: received?.value } as never;
      const outcome = await work(stepsOf(parts.runner, parts.who(request)), input);
      if (!outcome.ok) return sendProblems(reply, parts.sentences, UNPROCESSABLE, outcome.problems);
      return outcome.value as never;
    },
  });
}

function inputOf(request: FastifyRequest) {
  return { params: request.params, query: request.query, body: request.body, request } as Input<
    never,
    never,
    never
  >;
}

function describe(tag: string, route: AnyShape, response?: z.ZodType) {
  return {
    tags: [tag],
    summary: route.summary,
    ...(route.params ? { params: route.params } : {}),
    querystring: route.query ?? z.strictObject({}),
    ...(route.body ? { body: route.body } : {}),
    response: { ...(response ? { 200: response } : {}), default: problemDetails },
  };
}

/**
 * Reads what somebody signed in uploads, outside any transaction: ten people on slow lines would otherwise hold every
 * connection to the database for as long as their files take. Throws Refused where nobody is signed in.
 */
export async function receiveUpload<U>(
  parts: RouteParts,
  request: FastifyRequest,
  read: ReadUpload<U>,
): Promise<Outcome<U>> {
  await parts.runner.query(parts.who(request), async () => undefined);
  return read(request);
}

/** Answers the value of a change, or the problems the user can put right. For routes that stand outside modules. */
export function sendOutcome<T>(reply: FastifyReply, sentences: Sentences, outcome: Outcome<T>) {
  if (!outcome.ok) return sendProblems(reply, sentences, UNPROCESSABLE, outcome.problems);
  return (outcome.value ?? {}) as never;
}

function sendFile(reply: FastifyReply, file: FileAnswer) {
  const name = encodeURIComponent(file.name);
  return reply
    .type(file.mime)
    .header('content-disposition', `${file.inline ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`)
    .header('cache-control', 'private, no-store')
    .send(file.content);
}
