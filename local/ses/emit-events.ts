// Publishes the events of each mail that the stand-in keeps.
import type { SnsTopic } from '../sns/sns-topic.ts';
import type { SesAccount } from './account.ts';
import { eventMessages, type MailFate } from './event-messages.ts';
import type { SendEvent } from './send-event.ts';

/** A listener for the account; it never holds up the answer to the mail. `origin` is the stand-in's own. */
export function emitEvents(account: SesAccount, topic: SnsTopic, origin: string): (sent: SendEvent) => void {
  const { clock, faults } = account;
  return (sent) => {
    const messages = eventMessages(sent, fateOf(sent, account), clock.now());
    if (faults.hits('loseEvent', sent.to)) return;
    const isDoubled = faults.hits('doubleEvent', sent.to);
    const publish = () => {
      for (const message of messages) topic.publish(message, origin, isDoubled);
    };
    const delay = faults.takeMilliseconds('delayEvents', sent.to);
    if (delay === 0) publish();
    else void clock.sleep(delay).then(publish);
  };
}

/** By the switched faults; else by the names of SES's mailbox simulator, at any domain. */
function fateOf({ to }: SendEvent, { faults }: SesAccount): MailFate {
  if (faults.hits('bounce', to)) return 'bounced';
  if (faults.hits('complaint', to)) return 'complained';
  const [name = ''] = (to[0] ?? '').toLowerCase().split(/[+@]/);
  return simulated.get(name) ?? 'delivered';
}

/** SES guide, "Using the mailbox simulator"; an automatic answer is a transient bounce to SES. */
const simulated = new Map<string, MailFate>([
  ['bounce', 'bounced'],
  ['suppressionlist', 'suppressed'],
  ['ooto', 'answeredAutomatically'],
  ['complaint', 'complained'],
]);
