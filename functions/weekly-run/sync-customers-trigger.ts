// Topic sync-customers: one page of Shopify's customers a message.
import { messages } from '../messages.ts';
import { secrets } from '../params.ts';
import { services } from '../services.ts';
import { subscriber } from '../subscriber.ts';
import { meteredStep } from './metered-step.ts';
import { syncCustomers as syncPage } from './sync-customers.ts';

export const syncCustomers = subscriber(
  messages.syncCustomers,
  {
    timeoutSeconds: 540,
    memory: '512MiB',
    maxInstances: 2,
    concurrency: 1,
    secrets: [secrets.SHOPIFY_CLIENT_SECRET, secrets.ADDRESS_HASH_KEY],
  },
  { handle: (step) => meteredStep(services, step.week, () => syncPage(services, step)), logged: (step) => step },
);
