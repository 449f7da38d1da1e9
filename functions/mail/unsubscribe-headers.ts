// What every answer of the unsubscribe page says to browsers and caches.
import { createHash } from 'node:crypto';
import { unsubscribeStyle } from './unsubscribe-style.ts';

const styleHash = createHash('sha256').update(unsubscribeStyle).digest('base64');

/** The page may show its own style and post to itself; it is framed, kept and named to other sites nowhere. */
export const unsubscribeHeaders: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};
