// Topic send-mails: the sender.
import { messages } from '../messages.ts';
import { secrets } from '../params.ts';
import { services } from '../services.ts';
import { subscriber } from '../subscriber.ts';
import { meteredStep } from '../weekly-run/metered-step.ts';
import { workDeadline, workTimeoutSeconds } from '../weekly-run/work-deadline.ts';
import { sendMails as send } from './send-mails.ts';

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
  {
    handle: (data) =>
      meteredStep(services, data.week, () => send(services, { ...data, deadline: workDeadline(services.clock) })),
    logged: (data) => data,
  },
);
