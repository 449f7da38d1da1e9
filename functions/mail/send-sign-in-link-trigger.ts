// Topic send-sign-in-link: mails a sign-in link. The message holds an address, so nothing of it is logged.
import { messages } from '../messages.ts';
import { secrets } from '../params.ts';
import { services } from '../services.ts';
import { subscriber } from '../subscriber.ts';
import { sendSignInLink as send } from './send-sign-in-link.ts';

export const sendSignInLink = subscriber(
  messages.sendSignInLink,
  {
    timeoutSeconds: 60,
    memory: '512MiB',
    maxInstances: 2,
    secrets: [secrets.SES_SECRET_ACCESS_KEY, secrets.LINK_KEYS, secrets.ADDRESS_HASH_KEY],
  },
  { handle: (data) => send(services, data) },
);
