// Every reason for which a learner gets a mail or does not, with one sentence for a person.
import { z } from 'zod';

export const reasonCodeSchema = z.enum([
  'NEXT_CHALLENGE',
  'NOT_PLACED_YET',
  'PLACEMENT_OVERDUE',
  'NO_CONSENT',
  'NOT_ENTITLED',
  'UNSUBSCRIBED',
  'PAUSED',
  'SUPPRESSED',
  'SHARES_ADDRESS',
  'NO_ADDRESS',
  'CONTENT_EXHAUSTED',
  'UNREADABLE',
  'TOO_LATE',
  'ADDRESS_REFUSED',
  'MESSAGE_REFUSED',
  'OUTCOME_UNKNOWN',
]);

export type ReasonCode = z.infer<typeof reasonCodeSchema>;

/** One sentence a person understands, for each code. */
export const reasonSentences: Record<ReasonCode, string> = {
  NEXT_CHALLENGE: 'The next challenge of their level that they have not had.',
  NOT_PLACED_YET: 'They have not answered the questionnaire yet, so they get the questionnaire.',
  PLACEMENT_OVERDUE:
    'They left the questionnaire unanswered for two weeks, so they get a challenge of the first level with its link.',
  NO_CONSENT: 'The shop has no consent to mail them: their marketing state in Shopify is not SUBSCRIBED.',
  NOT_ENTITLED: 'They have not bought the product, or no longer hold it.',
  UNSUBSCRIBED: 'They unsubscribed from the weekly mail.',
  PAUSED: 'They paused the weekly mail.',
  SUPPRESSED: 'Mail to their address bounced or was reported as spam.',
  SHARES_ADDRESS: 'An earlier customer has the same address and gets the mail.',
  NO_ADDRESS: 'Shopify holds no address for them.',
  CONTENT_EXHAUSTED: 'They have had every published challenge of their level.',
  UNREADABLE: 'Their record could not be read.',
  TOO_LATE: 'The mail was not sent before the end of this week’s sending.',
  ADDRESS_REFUSED: 'Amazon SES refused the address.',
  MESSAGE_REFUSED: 'Amazon SES refused the message.',
  OUTCOME_UNKNOWN: 'Nobody knows whether Amazon SES took the mail, and it was not sent again.',
};
