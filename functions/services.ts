// The composition root: builds each client once an instance, on first use.
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { LinkTokens } from './mail/link-token.ts';
import type { Mailer } from './mail/mailer.ts';
import type { Queue } from './messages.ts';
import type { Shop } from './shopify/shop.ts';
import type { Stores } from './stores.ts';

/**
 * All that a use case may touch. Clients are given by functions, so that an instance loads only what it uses: the SDKs
 * are most of a cold start.
 */
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

/** The little of Firebase Auth that the system uses. */
export type Identity = {
  /** A custom token that signs a learner in for a session without any role. */
  customToken(learnerId: string): Promise<string>;
  /** Throws an AppError `UNAUTHENTICATED` where the ID token is not valid now. */
  verify(idToken: string): Promise<{ uid: string; provider: string; emailVerified: boolean; roles: string[] }>;
};
