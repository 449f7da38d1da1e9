// The Send events of the mails that a house's Amazon SES accepted.
import type { OutgoingMail } from '../../functions/mail/mailer.ts';
import type { SesEvent } from '../../functions/ses-events/ses-event.ts';
import type { House } from './a-house.ts';

const acceptedAt = new WeakMap<OutgoingMail, Date>();

/** From now on the time at which a mail is accepted is known. */
export function watchMails({ mailer, clock }: Pick<House, 'mailer' | 'clock'>): void {
  mailer.onAccepted = (mail) => void acceptedAt.set(mail, clock.now());
}

/** One Send event for each mail accepted, from the `from`-th on (from 0). Throws where nobody watched. */
export function sendEvents({ mailer }: Pick<House, 'mailer'>, from: number): SesEvent[] {
  return mailer.sent.slice(from).map((mail, index) => {
    const mailAt = acceptedAt.get(mail);
    if (mailAt === undefined) throw new Error('Nobody watched this mail.');
    return {
      kind: 'send',
      assignmentId: mail.tags.assignment ?? null,
      // As the fake mailer numbers them.
      sesId: `fake-${from + index + 1}`,
      mailAt,
      at: mailAt,
      feedbackId: null,
      subType: null,
      recipients: [mail.to],
    };
  });
}
