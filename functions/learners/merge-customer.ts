// Rule: what the shop says of a customer becomes the learner's `customer` part.
import { isDeepStrictEqual } from 'node:util';
import type { ShopCustomer } from '../shopify/shop.ts';
import type { Customer, Learner } from './learner.ts';

/** Longest first or last name that is kept, in UTF-16 units: room for any real name, none for a text in its place. */
const nameLengthMax = 80;

/**
 * The new `customer` part, or null where nothing changed. `evidence` is what entitlement rests on now: `ABSENT` ends it.
 * Whether the address is shared is another rule's decision (`share-addresses.ts`); here it stays as known.
 */
export function mergeCustomer(
  known: Learner | null,
  customer: ShopCustomer,
  evidence: Customer['evidence'],
): Customer | null {
  const address = customer.address?.trim() || null;
  const merged: Customer = {
    firstName: cleanName(customer.firstName),
    lastName: cleanName(customer.lastName),
    address,
    addressKey: address?.toLowerCase() ?? null,
    consent: customer.consent,
    consentAt: customer.consentAt,
    entitled: evidence !== 'ABSENT',
    evidence,
    sharesAddress: known?.customer.sharesAddress ?? false,
  };
  return isDeepStrictEqual(merged, known?.customer) ? null : merged;
}

/** One line without control characters; null where nothing is left. Well-formed, so that Firestore gives back the same. */
function cleanName(name: string | null): string | null {
  if (name === null) return null;
  const line = name
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
  return cut(line).trim() || null;
}

/** Cuts between characters as people see them, so that no emoji or accent is halved. */
function cut(line: string): string {
  if (line.length <= nameLengthMax) return line;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('en').segment(line)) {
    if (kept.length + segment.length > nameLengthMax) break;
    kept += segment;
  }
  return kept;
}
