// Takes the link token out of the address bar, so that it stays in no history, bookmark or screenshot.
import type { LinkToken } from './open-page.ts';
import { tokenFromFragment } from './token-from-fragment.ts';

/** The token that came with the address, or null. The whole fragment is gone afterwards when it spoke of a token. */
export function takeLinkToken(): LinkToken | null {
  const fragment = window.location.hash;
  if (!/[#&]token=/.test(fragment)) return null;
  window.history.replaceState(null, '', window.location.pathname + window.location.search);
  return { value: tokenFromFragment(fragment) };
}
