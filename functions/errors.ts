// One error family: a stable code, a message that may be shown to anyone, the cause, and whether retrying can help.

/** Stable codes; those that reach a client are listed in the public contract. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'BAD_USER_INPUT'
  | 'NOT_FOUND'
  | 'LINK_EXPIRED'
  | 'LINK_INVALID'
  | 'ALREADY_STARTED'
  | 'RATE_LIMITED'
  | 'OVERLOADED'
  | 'SHOPIFY_FAILED'
  | 'UNREADABLE'
  | 'CONFLICT'
  | 'MISCONFIGURED';

/**
 * An expected failure. `message` names what was wrong and what would be right, and never holds an address, a name, a
 * token or an answer. `retryable` says whether the same call can succeed later. `RATE_LIMITED` says after how
 * many whole seconds it can.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly retryable: boolean;
  readonly retryAfterSeconds: number | null;

  constructor(
    code: ErrorCode,
    message: string,
    options: { cause?: unknown; retryable?: boolean; retryAfterSeconds?: number } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.retryable = options.retryable ?? false;
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
  }
}
