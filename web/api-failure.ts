// The one error that the page's requests throw.

/**
 * `code` is the API's `extensions.code`, or one of the page's own: `UNREACHABLE` (no answer came in time) and
 * `UNREADABLE` (an answer came that is not the API's).
 */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';
  readonly code: string;
  /** What the API says to the person, where it said anything. */
  readonly sentence: string | null;
  /** When asking again can help, in seconds from now; null where nobody said. */
  readonly retryAfterSeconds: number | null;

  constructor(code: string, { cause, sentence = null, retryAfterSeconds = null }: Details = {}) {
    super(`The request failed: ${code}`, { cause });
    this.code = code;
    this.sentence = sentence;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

type Details = { cause?: unknown; sentence?: string | null; retryAfterSeconds?: number | null };
