// The way to the shop's own address, or to the one that takes its place.
import type { Config } from '../config.ts';

/**
 * A fetch of paths of the shop, always at the origin of the configuration. It follows no redirect: `fetch` would take
 * the header with the access token along to wherever it leads.
 */
export function shopifyFetch(
  config: Pick<Config, 'shopifyShop' | 'shopifyOrigin'>,
): (path: string, init: RequestInit) => Promise<Response> {
  const origin = config.shopifyOrigin ?? `https://${config.shopifyShop}`;
  return (path, init) => fetch(new URL(path, origin), { ...init, redirect: 'error' });
}
