// Tells an operator of one alert: once in the log, and once by mail.
import type { Mailer, OutgoingMail } from '../mail/mailer.ts';
import type { Services } from '../services.ts';
import type { Alert } from './alert.ts';
import { alertMail } from './alert-mail.ts';
import type { Told } from './told.ts';

/** Writes one line of severity ERROR that bears the alert's code. */
export type LogAlert = (alert: Alert) => void;

/**
 * Says whether there was anything to tell. Claimed before it is told, so that of two sweeps one tells it; one that dies
 * before the line is written leaves it to a later one. A mail that surely did not leave is tried again at later sweeps for
 * a day, one of which nobody knows never. Throws only where Firestore fails.
 */
export async function tellOperator(services: Services, alert: Alert, log: LogAlert): Promise<boolean> {
  const { alerts } = await services.stores();
  const now = services.clock.now();
  const claimed = await alerts.claim(alert, now);
  if (claimed === null) return false;
  if (claimed.log) log(alert);
  const post = await prepare(services, alert);
  await alerts.mark(alert.id, {
    ...(claimed.log ? { loggedAt: now } : {}),
    mail: post === 'unsent' ? 'UNSENT' : post === null ? 'NONE' : 'IN_FLIGHT',
  });
  if (post !== null && post !== 'unsent') await alerts.mark(alert.id, { mail: await send(post) });
  return true;
}

type Post = { mailer: Mailer; mail: OutgoingMail };

/** Null where nobody is to be mailed; `unsent` where mails cannot be made now, as when a parameter is wrong. */
async function prepare(services: Services, alert: Alert): Promise<Post | 'unsent' | null> {
  try {
    const mail = await alertMail(services.config, alert);
    return mail && { mailer: await services.mailer(), mail };
  } catch {
    // What is told may be the very fault that keeps mails from leaving; the line in the log is written.
    return 'unsent';
  }
}

async function send({ mailer, mail }: Post): Promise<Told['mail']> {
  switch ((await mailer.send(mail)).kind) {
    case 'accepted':
      return 'SENT';
    case 'unsent':
    case 'account':
      return 'UNSENT';
    case 'refused':
      return 'REFUSED';
    case 'unknown':
      return 'UNKNOWN';
  }
}
