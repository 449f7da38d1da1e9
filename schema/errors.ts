// Translates every failure into what a client may see, once.
import { error as logError } from 'firebase-functions/logger';
import { GraphQLError, type GraphQLErrorExtensions } from 'graphql';
import { describeError } from '../functions/describe-error.ts';
import { AppError, type ErrorCode } from '../functions/errors.ts';

/**
 * An AppError with a code of the public contract passes with its code and message, and what GraphQL says of a request
 * passes as `BAD_USER_INPUT`, with its suggestions of other names only where `suggestions` allows. All else becomes
 * `INTERNAL_SERVER_ERROR`, logged without its message unless it is one of ours: that may quote what a person typed.
 */
export function maskError(error: unknown, { suggestions }: { suggestions: boolean }): GraphQLError {
  const cause = originOf(error);
  if (cause instanceof AppError && clientCodes.has(cause.code)) {
    return located(error, cause.message, { code: cause.code, ...refusedAtTheDoor(error) });
  }
  if (cause instanceof GraphQLError) {
    const message = suggestions ? cause.message : withoutSuggestions(cause.message);
    return located(error, message, requestExtensions(cause));
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

/** GraphQL puts its suggestions last, in a question. No pattern: the message may hold 100 KB that a stranger wrote. */
function withoutSuggestions(message: string): string {
  const start = message.indexOf(' Did you mean ');
  return start >= 0 && message.endsWith('?') ? message.slice(0, start) : message;
}

function located(error: unknown, message: string, extensions: GraphQLErrorExtensions): GraphQLError {
  if (!(error instanceof GraphQLError)) return new GraphQLError(message, { extensions });
  const { nodes, source, positions, path } = error;
  return new GraphQLError(message, { nodes, source, positions, path, extensions });
}

/** A token that is refused before any field was asked: the whole request is, so HTTP says so too. */
function refusedAtTheDoor(error: unknown): GraphQLErrorExtensions {
  return error instanceof AppError && error.code === 'UNAUTHENTICATED' ? { http: { status: 401 } } : {};
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

function log(what: string, error: unknown, cause: unknown): void {
  const path = error instanceof GraphQLError ? error.path?.join('.') : undefined;
  logError(what, { path, ...describeError(cause) });
}
