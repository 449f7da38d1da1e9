// One mail as the virtual run sends it, composed as it was before templates: with MailComposer.
import { composeMime } from '../../functions/mail/compose-mime.ts';
import type { OutgoingMail } from '../../functions/mail/mailer.ts';
import { weeklyMail } from '../../functions/mail/weekly-mail.ts';
import { testConfig } from '../../tests/kit/test-config.ts';
import { virtualChallenges } from '../../tests/kit/virtual-stores.ts';

/** As large as the sender's own, links and all. */
export async function aWeeklyMail(number = 1): Promise<OutgoingMail> {
  const { brandName, mailFrom, mailReplyTo, postalAddress, publicUrl } = testConfig();
  const challenge = virtualChallenges[number % virtualChallenges.length];
  if (challenge === undefined) throw new Error('The virtual run has no challenge.');
  const token = 'x'.repeat(240);
  const to = `customer-${number}@example.com`;
  const unsubscribeUrl = `${publicUrl}/unsubscribe?token=${token}`;
  const mime = await composeMime({
    from: { name: brandName, address: mailFrom },
    to: { name: `Zoë ${number} Lovelace`, address: to },
    replyTo: mailReplyTo,
    content: weeklyMail({
      ...{ kind: 'challenge', firstName: `Zoë ${number}`, levelName: 'First', isTheirLevel: true },
      ...{ title: challenge.title, bodyHtml: challenge.bodyHtml, bodyText: challenge.bodyText },
      ...{ buttonUrl: `${publicUrl}/week/2026-W48#token=${token}`, unsubscribeUrl, questionnaireUrl: null },
      ...{ brandName, postalAddress },
    }),
    unsubscribeUrl,
  });
  const tags = {
    ...{ assignment: `2026-W48_shopify-${String(number).padStart(9, '0')}`, run: '2026-W48' },
    ...{ 'ses:feedback-id-a': 'weekly', 'ses:feedback-id-b': '2026w48' },
  };
  return { to, mime, tags };
}
