/**
 * From the contract's table to Fastify: every JSON route is registered here and nowhere else, by name, with the schemas
 * of its row. A handler gets parsed input and a session, and returns what the row promises.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { HTTP_ROUTES, type HttpOutput, type HttpRouteName } from '#shared/contract/http.ts';
import type { Session } from '../sessions.ts';

type Route<Name extends HttpRouteName> = (typeof HTTP_ROUTES)[Name];
type Parsed<Name extends HttpRouteName> =
  Route<Name> extends { body: infer Body extends z.ZodType }
    ? z.output<Body>
    : Route<Name> extends { query: infer Query extends z.ZodType }
      ? z.output<Query>
      : never;

export interface Call<Name extends HttpRouteName> {
  readonly input: Parsed<Name>;
  /** Null on the routes that need no token. */
  readonly session: Route<Name>['token'] extends true ? Session : null;
}
export type ApiHandlers = {
  readonly [Name in HttpRouteName]: (call: Call<Name>) => Promise<HttpOutput<Name>>;
};
type AnyHandler = (call: { input: unknown; session: Session | null }) => Promise<unknown>;

export interface RouteGuards {
  readonly authenticate: (request: FastifyRequest) => Promise<Session>;
  /** Asked before the handler of these routes. */
  readonly limits: Partial<
    Record<HttpRouteName, (request: FastifyRequest, session: Session | null) => Promise<void>>
  >;
}

const NAMES = Object.keys(HTTP_ROUTES) as readonly HttpRouteName[];

export function registerRoutes(
  app: FastifyInstance,
  handlers: ApiHandlers,
  { authenticate, limits }: RouteGuards,
): void {
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  for (const name of NAMES) {
    const { method, path, token, summary, output, ...input } = HTTP_ROUTES[name];
    const handler = handlers[name] as AnyHandler;
    const sessions = new WeakMap<FastifyRequest, Session>();
    app.route({
      method,
      url: path,
      schema: {
        operationId: name,
        summary,
        ...('body' in input && { body: input.body }),
        ...('query' in input && { querystring: input.query }),
        response: { 200: output },
        ...(token && { security: [{ deviceToken: [] }] }),
      },
      // SECURITY: who calls is known before the body is read.
      onRequest: async (request) => {
        if (token) sessions.set(request, await authenticate(request));
      },
      handler: async (request) => {
        const session = sessions.get(request) ?? null;
        await limits[name]?.(request, session);
        return handler({ input: 'body' in input ? request.body : request.query, session });
      },
    });
  }
}
