// Sends one change of the mail preference.
import type { MailChange } from './describe-mail.ts';
import {
  type MailPreferencePartsFragment,
  PauseMailDocument,
  ResumeMailDocument,
  UnsubscribeDocument,
} from './generated/graphql.ts';
import { request } from './graphql-client.ts';

/**
 * @param change its name, and for a pause the number of weeks
 * @returns the preference as it is afterwards
 * @throws ApiFailure
 */
export async function changeMail(
  { name, weeks }: { name: MailChange; weeks: number },
  idToken: string | null,
): Promise<MailPreferencePartsFragment> {
  switch (name) {
    case 'pause':
      return (await request(PauseMailDocument, { weeks }, idToken)).pauseMail.mail;
    case 'resume':
    case 'resubscribe':
      return (await request(ResumeMailDocument, {}, idToken)).resumeMail.mail;
    case 'unsubscribe':
      return (await request(UnsubscribeDocument, {}, idToken)).unsubscribe.mail;
  }
}
