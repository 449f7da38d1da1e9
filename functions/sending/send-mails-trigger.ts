// Topic send-mails: the sender.
import { messages } from '../messages.ts';
import { secrets } from '../params.ts';
import { services } from '../services.ts';
import { subscriber } from '../subscriber.ts';
import { sendMails as send } from './send-mails.ts';
import { workDeadline, workTimeoutSeconds } from './work-deadline.ts';

/** Two instances, so that a message that finds the lease held is answered at once; only one of them sends. */
export const sendMails = subscriber(
  messages.sendMails,
  {
    timeoutSeconds: workTimeoutSeconds,
    memory: '1GiB',
    maxInstances: 2,
    concurrency: 1,
    secrets: [secrets.SES_SECRET_ACCESS_KEY, secrets.LINK_KEYS],
  },
  { handle: (data) => send(services, { ...data, deadline: workDeadline(services.clock) }), logged: (data) => data },
);
