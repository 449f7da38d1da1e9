// Rule: what a refusal of SES means to a reading.
import { classifySesError } from '../../functions/mail/classify-ses-error.ts';
import { Unseen } from '../project/unseen.ts';

/** Names the action that the key may not call; anything else is the key's own line's. */
export function sesUnseen(action: string, error: unknown): Unseen {
  const name = error instanceof Error ? error.name : 'Unknown';
  if (/^AccessDenied/.test(name))
    return new Unseen(
      `the key SES_ACCESS_KEY_ID may not call ses:${action}`,
      `https://console.aws.amazon.com/iam → Users → the key’s user → Permissions: allow ses:${action} while you look.`,
    );
  const { error: told } = classifySesError(error);
  return new Unseen(`SES answered ${action} with ${told}`, 'Mend what the line “SES key” says, then run this again.');
}
