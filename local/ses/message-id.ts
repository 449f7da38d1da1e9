// The id that SES gives a mail.
import { randomUUID } from 'node:crypto';

/** As SES's own: a region prefix with the time in milliseconds as 12 hex digits, a UUID, six zeros. Always unique. */
export function createMessageId(now: Date): string {
  return `0100${now.getTime().toString(16).padStart(12, '0')}-${randomUUID()}-000000`;
}
