import { expect, test } from 'vitest';
import { addressHash } from '../../functions/mail/address-hash.ts';

const key = Buffer.alloc(32, 2).toString('base64url');

test('one address has one hash, however it is written', () => {
  expect(addressHash(' Ada@Example.COM ', key)).toBe(addressHash('ada@example.com', key));
});

test('the hash is the HMAC-SHA256 under the key’s bytes', () => {
  // By OpenSSL: printf %s ada@example.com | openssl dgst -sha256 -mac HMAC -macopt hexkey:02…02 -binary | base64url
  expect(addressHash('ada@example.com', key)).toBe('bKGuPmkGx2zix-h7ruBLS21iD23Ci0EclOh7QBMHxig');
});

test('it is fit for a document’s id, and differs by address and by key', () => {
  const other = Buffer.alloc(32, 3).toString('base64url');
  expect(addressHash('ada@example.com', key)).toMatch(/^[\w-]{43}$/);
  expect(addressHash('eve@example.com', key)).not.toBe(addressHash('ada@example.com', key));
  expect(addressHash('ada@example.com', other)).not.toBe(addressHash('ada@example.com', key));
});
