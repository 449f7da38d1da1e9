// A refusal as SES words it: code, HTTP status and message.

/** Thrown by everything that decides about a call; the Query protocol turns it into an ErrorResponse. */
export class SesError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }

  /** The code is `Throttling` on the wire, whatever the documentation says (notes, SES §1.2). */
  static rate(): SesError {
    return new SesError('Throttling', 'Maximum sending rate exceeded.');
  }

  static dailyQuota(): SesError {
    return new SesError('Throttling', 'Daily message quota exceeded.');
  }

  static rejected(): SesError {
    return new SesError('MessageRejected', 'Address blacklisted.');
  }

  static invalid(message: string): SesError {
    return new SesError('InvalidParameterValue', message);
  }
}
