import { expect, test } from 'vitest';
import { addressKeys } from '../../functions/mail/address-keys.ts';

test('an address is known by its lower-cased self', () => {
  expect(addressKeys(' Ada@Example.COM ')).toEqual(['ada@example.com']);
});

test.each(['Ada@Bücher.example', 'ada@BÜCHER.example', 'ADA@xn--bcher-kva.example', 'ada@XN--BCHER-KVA.Example'])(
  '%s is known by its domain in Punycode and in its own letters',
  (address) => {
    expect(addressKeys(address)).toEqual(['ada@xn--bcher-kva.example', 'ada@bücher.example']);
  },
);

test('what is no address stays itself', () => {
  expect(addressKeys('undisclosed')).toEqual(['undisclosed']);
  expect(addressKeys('')).toEqual(['']);
});
