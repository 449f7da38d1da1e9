// The composition root: builds each client once an instance, on first use.

import type { Identity } from './api/firebase-identity.ts';
import { cachedContent } from './challenges/cached-content.ts';
import { type Clock, systemClock } from './clock.ts';
import { type Config, config } from './config.ts';
import type { LinkTokens } from './mail/link-token.ts';
import type { Mailer } from './mail/mailer.ts';
import { meteredMailer } from './mail/metered-mailer.ts';
import type { Queue } from './messages.ts';
import { meteredQueue } from './metered-queue.ts';
import { once } from './once.ts';
import type { Shop } from './shopify/shop.ts';
import type { Stores } from './stores.ts';

/** The instance's services. SDKs are imported when first used: they are most of a cold start. */
export const services: Services = {
  clock: systemClock,
  config,
  stores: once(async () => {
    const [{ firestore }, { stores }] = await Promise.all([import('./firebase.ts'), import('./stores.ts')]);
    const all = stores(firestore(), () => config.addressHashKey);
    return { ...all, content: cachedContent(all.content, systemClock) };
  }),
  queue: once(async () => meteredQueue((await import('./pubsub-queue.ts')).pubsubQueue())),
  mailer: once(async () => meteredMailer((await import('./mail/ses-mailer.ts')).sesMailer(config))),
  shop: once(async () => (await import('./shopify/shopify-shop.ts')).shopifyShop(config, systemClock)),
  linkTokens: once(async () =>
    (await import('./mail/link-token.ts')).linkTokens({ keys: config.linkKeys, clock: systemClock }),
  ),
  identity: once(async () => (await import('./api/firebase-identity.ts')).firebaseIdentity()),
};

/** All that a use case may touch. Clients are given by functions, so that an instance loads only what it uses. */
export type Services = {
  clock: Clock;
  config: Config;
  /** Everything in Firestore. */
  stores(): Promise<Stores>;
  queue(): Promise<Queue>;
  mailer(): Promise<Mailer>;
  shop(): Promise<Shop>;
  linkTokens(): Promise<LinkTokens>;
  /** Firebase Auth: custom tokens out, ID tokens in. */
  identity(): Promise<Identity>;
};
