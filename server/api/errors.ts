/** Every failure leaves the server as a WireError with its code's status; what went wrong inside stays in the log. */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  hasZodFastifySchemaValidationErrors,
  isResponseSerializationError,
} from 'fastify-type-provider-zod';
import {
  ERROR_STATUS,
  RedaksiError,
  toWireError,
  type ErrorCode,
} from '#shared/contract/errors.ts';

const MOST_PROBLEMS = 20;

/** Fastify's own refusals, in our words. Any other of status 4xx is INVALID. */
const FASTIFY_CODES: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'UNSUPPORTED_FILE',
  FST_ERR_NOT_FOUND: 'NOT_FOUND',
};

export function registerErrors(app: FastifyInstance): void {
  app.setErrorHandler(answerError);
  app.setNotFoundHandler((request) => {
    throw new RedaksiError('NOT_FOUND', `nothing answers ${request.method} here`);
  });
}

/** Also for what Fastify refuses before any route is found, such as an address that can't be decoded. */
export function answerError(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const error = classify(thrown);
  const wire = toWireError(error, request.id);
  const status = ERROR_STATUS[wire.code];
  const { code, traceId, details } = wire;
  if (status >= 500) request.log.error({ err: thrown, code, traceId }, 'a request failed');
  else request.log.info({ code, traceId, details }, 'a request was refused');
  const wait = details?.['retryAfter'];
  if (typeof wait === 'number') reply.header('retry-after', wait);
  void reply
    .header('x-trace-id', traceId)
    .status(status)
    .type('application/json')
    .send(JSON.stringify(wire));
}

function classify(thrown: unknown): unknown {
  if (thrown instanceof RedaksiError || isResponseSerializationError(thrown)) return thrown;
  if (hasZodFastifySchemaValidationErrors(thrown))
    return new RedaksiError('INVALID', 'the request does not fit the schema', {
      problems: thrown.validation
        .slice(0, MOST_PROBLEMS)
        .map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`.slice(0, 300)),
    });
  if (!isFastifyError(thrown)) return thrown;
  const code = FASTIFY_CODES[thrown.code] ?? (isClientFault(thrown) ? 'INVALID' : undefined);
  return code === undefined ? thrown : new RedaksiError(code, thrown.message.slice(0, 300));
}

function isFastifyError(thrown: unknown): thrown is FastifyError {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string';
}

function isClientFault({ statusCode }: FastifyError): boolean {
  return statusCode !== undefined && statusCode >= 400 && statusCode < 500;
}
