// The one error that the page's requests throw.

/**
 * `code` is the API's `extensions.code`, or one of the page's own: `UNREACHABLE` (no answer came in time) and
 * `UNREADABLE` (an answer came that is not the API's).
 */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';
  readonly code: string;

  constructor(code: string, cause?: unknown) {
    super(`The request failed: ${code}`, { cause });
    this.code = code;
  }
}
