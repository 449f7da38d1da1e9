// Rule: what the log says of a post of SNS.
import type { SnsOutcome } from './handle-sns-post.ts';

/**
 * Null for what happens all the time: each mail has two events or more. `code` is stable, for alerts: with each of these
 * the events that settle mails stop until a person does what `message` says.
 */
export function snsLogEntry(outcome: SnsOutcome): SnsLogEntry | null {
  const { status: _status, ...about } = outcome;
  switch (about.did) {
    case 'recorded':
    case 'foreign':
    case 'ignored':
      return null;
    case 'confirmed':
      return { severity: 'INFO', message: 'SNS sends the events of this topic here from now on.', ...about };
    case 'unconfirmed':
      return { severity: 'ERROR', code: 'SNS_NOT_CONFIRMED', message: unconfirmed, ...about };
    case 'unsubscribed':
      return { severity: 'ERROR', code: 'SNS_UNSUBSCRIBED', message: unsubscribed, ...about };
    case 'unreadable':
      return { severity: 'ERROR', message: 'An event of SES that does not parse was dropped.', ...about };
    case 'refused':
      if (about.why !== 'signature-version')
        return { severity: 'WARNING', message: 'A post to the door of SNS was refused.', ...about };
      return { severity: 'ERROR', code: 'SNS_SIGNATURE_VERSION', message: version, ...about };
  }
}

export type SnsLogEntry = { severity: 'INFO' | 'WARNING' | 'ERROR'; message: string; code?: string };

const unconfirmed = 'A subscription could not be confirmed: remove it in SNS and subscribe the function once more.';
const unsubscribed = 'SNS sends the events of this topic here no more: subscribe the function once more.';
const version =
  'An SNS message with signature version 1 was refused: set SignatureVersion of the topic to 2, or SNS_SIGNATURE_VERSION_1 to true.';
