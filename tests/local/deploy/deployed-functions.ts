// Every function as it is decided to be deployed: with what the platform fills in where the code says nothing.

const everywhere = { runtime: 'nodejs24', region: 'us-central1', memoryMiB: 512, cpu: 1, minInstances: null };
/** Where the code says nothing: 60 s, and 80 requests at a time. */
const unsaid = { timeoutSeconds: null, concurrency: 80 };

const topic = (name: string) => ({
  eventType: 'google.cloud.pubsub.topic.v1.messagePublished',
  retry: true,
  eventFilters: { topic: `projects/demo-upload/topics/${name}` },
});
/** One message at a time; the second instance answers a message that finds the lease held. */
const step = { timeoutSeconds: 540, maxInstances: 2, concurrency: 1 };

export const deployedFunctions = {
  api: {
    ...everywhere,
    ...unsaid,
    trigger: 'https',
    maxInstances: 20,
    // It mails the editors' test mails, makes links, and looks addresses up by their hash.
    secrets: ['ADDRESS_HASH_KEY', 'LINK_KEYS', 'SES_SECRET_ACCESS_KEY'],
  },
  unsubscribe: {
    ...everywhere,
    ...unsaid,
    trigger: 'https',
    maxInstances: 10,
    concurrency: 40,
    secrets: ['ADDRESS_HASH_KEY', 'LINK_KEYS'],
  },
  sendSignInLink: {
    ...everywhere,
    trigger: topic('send-sign-in-link'),
    timeoutSeconds: 60,
    maxInstances: 2,
    concurrency: 80,
    secrets: ['ADDRESS_HASH_KEY', 'LINK_KEYS', 'SES_SECRET_ACCESS_KEY'],
  },
  syncCustomers: {
    ...everywhere,
    ...step,
    trigger: topic('sync-customers'),
    secrets: ['ADDRESS_HASH_KEY', 'SHOPIFY_CLIENT_SECRET'],
  },
  planRun: { ...everywhere, ...step, trigger: topic('plan-run'), secrets: [] },
  sendMails: {
    ...everywhere,
    ...step,
    trigger: topic('send-mails'),
    memoryMiB: 1024,
    secrets: ['LINK_KEYS', 'SES_SECRET_ACCESS_KEY'],
  },
  sesEvents: {
    ...everywhere,
    trigger: 'https',
    timeoutSeconds: 15,
    maxInstances: 3,
    concurrency: 80,
    secrets: ['ADDRESS_HASH_KEY'],
  },
  sweep: {
    ...everywhere,
    timeoutSeconds: 540,
    concurrency: 80,
    trigger: { schedule: '*/15 * * * *', timeZone: null, retryConfig: {} },
    maxInstances: 10,
    secrets: ['SES_SECRET_ACCESS_KEY'],
  },
  weeklyRun: {
    ...everywhere,
    ...unsaid,
    // The zone is the parameter's.
    trigger: { schedule: '0 9 * * 1', timeZone: 'Asia/Tokyo', retryConfig: { retryCount: 5 } },
    maxInstances: 10,
    secrets: [],
  },
};
