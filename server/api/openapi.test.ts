import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HTTP_ROUTES } from '#shared/contract/http.ts';
import { openTestNewsroom, type TestNewsroom } from '../testing/newsroom-kit.ts';

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly security?: unknown;
  readonly requestBody?: { readonly content: Record<string, { readonly schema: object }> };
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Record<
    string,
    { readonly content: Record<string, { readonly schema: object }> }
  >;
}
interface Document {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
}

let room: TestNewsroom;
let document: Document;
beforeAll(async () => {
  room = await openTestNewsroom();
  document = (await (await fetch(`${room.server.url}/v1/openapi.json`)).json()) as Document;
});
afterAll(() => room.end());

describe('the OpenAPI document', () => {
  it('is a valid OpenAPI 3.1 document', async () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    const validator = new Validator();
    const verdict = await validator.validate({ ...structuredClone(document) });
    expect(verdict.valid, JSON.stringify('errors' in verdict ? verdict.errors : '')).toBe(true);
    expect(validator.version).toBe('3.1');
  });

  it('describes every route of the contract’s table, and no other', () => {
    const described = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, { operationId }]) => [
        operationId,
        `${method.toUpperCase()} ${path}`,
      ]),
    );
    const table = Object.entries(HTTP_ROUTES).map(([name, { method, path }]) => [
      name,
      `${method} ${path}`,
    ]);
    expect(Object.fromEntries(described)).toEqual(Object.fromEntries(table));
    expect(described).toHaveLength(table.length);
  });

  it('says of each route what goes in, what comes out, and whether it needs a token', () => {
    for (const [name, route] of Object.entries(HTTP_ROUTES)) {
      const operation = document.paths[route.path]?.[route.method.toLowerCase()];
      expect(operation?.summary, name).toBe(route.summary);
      expect(operation?.responses['200']?.content['application/json']?.schema, name).toBeDefined();
      expect(operation?.security !== undefined, name).toBe(route.token);
      expect(operation?.requestBody !== undefined, name).toBe('body' in route);
    }
    const events = document.paths['/v1/events']?.['get'];
    expect(events?.parameters?.map(({ name }) => name)).toEqual(['after', 'limit']);
  });
});
