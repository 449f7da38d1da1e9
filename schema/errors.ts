// Translates every failure into what a client may see, once.
import { error as logError } from 'firebase-functions/logger';
import { GraphQLError, type GraphQLErrorExtensions } from 'graphql';
import { describeError } from '../functions/describe-error.ts';
import { AppError, type ErrorCode } from '../functions/errors.ts';
import { bodyTooLong } from './body-too-long.ts';
import { quietMessage } from './quiet-message.ts';

/**
 * An AppError with a code of the public contract passes with its code and message, and what GraphQL says of a request
 * passes as `BAD_USER_INPUT`, without the values that it quotes, and with its suggestions of other names only where
 * `suggestions` allows. All else becomes
 * `INTERNAL_SERVER_ERROR`, logged without its message unless it is one of ours: that may quote what a person typed.
 */
export function maskError(error: unknown, { suggestions }: { suggestions: boolean }): GraphQLError {
  const cause = originOf(error);
  if (cause instanceof AppError && clientCodes.has(cause.code)) {
    return located(error, cause.message, { code: cause.code, ...refusedAtTheDoor(error), ...refusedByRate(cause) });
  }
  if (cause instanceof GraphQLError) {
    return located(error, requestMessage(cause, suggestions), requestExtensions(cause));
  }
  log(cause instanceof AppError ? 'A request failed' : 'A request failed unexpectedly', error, cause);
  return located(error, 'Something went wrong here. Try again later.', {
    code: 'INTERNAL_SERVER_ERROR',
    unexpected: true,
  });
}

/** Codes of the public contract: failures that a client brought about, which nobody here has to look at. */
const clientCodes: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'NOT_FOUND',
  'LINK_EXPIRED',
  'LINK_INVALID',
  'ALREADY_STARTED',
  'RATE_LIMITED',
  'OVERLOADED',
]);

function originOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? originOf(error.originalError) : error;
}

function requestMessage({ message, extensions }: GraphQLError, suggestions: boolean): string {
  return extensions.code === 'REQUEST_ENTITY_TOO_LARGE' ? bodyTooLong.message : quietMessage(message, { suggestions });
}

function located(error: unknown, message: string, extensions: GraphQLErrorExtensions): GraphQLError {
  if (!(error instanceof GraphQLError)) return new GraphQLError(message, { extensions });
  const { nodes, source, positions, path } = error;
  return new GraphQLError(message, { nodes, source, positions, path, extensions });
}

/** A failure of no field but of the whole request, as a token that is refused: HTTP says so too. */
function refusedAtTheDoor(error: unknown): GraphQLErrorExtensions {
  const status = error instanceof AppError ? doorStatus[error.code] : undefined;
  return status === undefined ? {} : { http: { status } };
}

const doorStatus: Partial<Record<ErrorCode, number>> = { UNAUTHENTICATED: 401, OVERLOADED: 503 };

/** 429 and `Retry-After` (RFC 6585 §4), for whoever between us and the page knows only HTTP. */
function refusedByRate({ code, retryAfterSeconds }: AppError): GraphQLErrorExtensions {
  if (code !== 'RATE_LIMITED') return {};
  const seconds = retryAfterSeconds ?? 60;
  return { retryAfterSeconds: seconds, http: { status: 429, headers: { 'Retry-After': String(seconds) } } };
}

/**
 * A body that is no JSON is a bad request also to clients that accept only `application/json`, so Yoga's `spec`, which
 * would make that 200, goes; and what it quotes of the body goes too.
 */
function requestExtensions({ extensions }: GraphQLError): GraphQLErrorExtensions {
  const { originalError: _quoted, ...rest } = extensions;
  return rest.code === 'BAD_REQUEST'
    ? { code: 'BAD_USER_INPUT', http: { status: 400, ...extensions.http, spec: false } }
    : { ...rest, code: 'BAD_USER_INPUT' };
}

/** The field by its name in the schema: the path is made of aliases, which are whatever a client wrote. */
function log(what: string, error: unknown, cause: unknown): void {
  const node = error instanceof GraphQLError ? error.nodes?.[0] : undefined;
  const field = node?.kind === 'Field' ? node.name.value : undefined;
  logError(what, { field, ...describeError(cause) });
}
