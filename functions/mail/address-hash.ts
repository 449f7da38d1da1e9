// The name under which an address is kept, once the address itself may not be.
import { createHmac } from 'node:crypto';

/** HMAC-SHA256 of the lower-cased, trimmed address, base64url without padding; `key` is base64url too. */
export function addressHash(address: string, key: string): string {
  return createHmac('sha256', Buffer.from(key, 'base64url')).update(address.trim().toLowerCase()).digest('base64url');
}
