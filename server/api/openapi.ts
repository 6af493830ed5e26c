/** The API's own description: OpenAPI 3.1, made from the contract's table. */
import swagger from '@fastify/swagger';
import type { FastifyInstance, FastifySchema } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { HTTP_ROUTES } from '#shared/contract/http.ts';

export const OPENAPI_PATH = '/v1/openapi.json';

const DESCRIBED = new Set(
  Object.values(HTTP_ROUTES).map(({ method, path }) => `${method} ${path}`),
);

/** "Any JSON" is the one schema that holds itself; the generator names it and forgets to say what it is. */
function anyJson(_key: string, value: unknown): unknown {
  const refers = typeof value === 'object' && value !== null && '$ref' in value;
  return refers ? { description: 'any JSON' } : value;
}

/** Before the routes are registered. */
export async function registerOpenApi(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Redaksi publishing API',
        version,
        description:
          'Between a newsroom’s laptops and its server. Photos go up by tus 1.0 at /v1/uploads and come down at /v1/photos/{hash}; the WebSocket /v1/live tells that there is news. Errors are JSON: code, message, details, traceId.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      components: { securitySchemes: { deviceToken: { type: 'http', scheme: 'bearer' } } },
    },
    transform: (route) => {
      const { url } = route;
      const method = [route.route.method].flat()[0];
      // What is not in the table (bytes, pages, this document) is not part of the JSON API.
      if (!DESCRIBED.has(`${method} ${url}`)) return { schema: { hide: true }, url };
      const { schema } = jsonSchemaTransform(route);
      return { schema: JSON.parse(JSON.stringify(schema), anyJson) as FastifySchema, url };
    },
  });
  app.get(OPENAPI_PATH, async (_request, reply) => {
    return reply.type('application/json').send(JSON.stringify(app.swagger()));
  });
}
