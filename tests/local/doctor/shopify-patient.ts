// What the Shopify checks look at: the stand-in shop.
import { afterEach } from 'vitest';
import type { Config } from '../../../functions/config.ts';
import { type ShopifyReadings, shopifyReadings } from '../../../local/doctor/shopify-readings.ts';
import type { FixtureCustomer } from '../../../local/shopify/fixture-customer.ts';
import { type Shopify, startShopify } from '../../../local/shopify/start-shopify.ts';
import { type FakeClock, fakeClock } from '../../kit/fake-clock.ts';
import { testConfig } from '../../kit/test-config.ts';

let running: Shopify | undefined;

afterEach(async () => {
  await running?.close();
  running = undefined;
});

export type ShopifyPatient = {
  config: Config;
  clock: FakeClock;
  shopify: ShopifyReadings;
  shop: Shopify;
  project: undefined;
};

/** Waits between tries take no time. */
export async function shopifyPatient(
  config: Partial<Config> = {},
  shop: { scopes?: string[]; customers?: FixtureCustomer[] } = {},
): Promise<ShopifyPatient> {
  running = await startShopify({ port: 0, ...shop });
  const clock = fakeClock('2026-11-22T09:00:00Z');
  const whole = testConfig({
    shopifyOrigin: running.url,
    shopifyClientId: 'local-client',
    shopifyClientSecret: 'local-secret',
    shopifyProductIds: ['1001'],
    ...config,
  });
  return { config: whole, clock, shopify: shopifyReadings(whole, clock), shop: running, project: undefined };
}
