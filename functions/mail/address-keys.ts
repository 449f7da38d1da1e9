// Under which keys an address may be known here, as a mail system writes it.
import { domainToUnicode } from 'node:url';
import { asciiDomain } from './ascii-domain.ts';

/**
 * Lower-cased: the address with its domain in Punycode, and, where that differs, in its own letters as a shop may hold it.
 * SES writes the address that it was given, in Punycode.
 */
export function addressKeys(address: string): string[] {
  const ascii = asciiDomain(address.trim()).toLowerCase();
  const at = ascii.lastIndexOf('@') + 1;
  const own = ascii.slice(0, at) + (domainToUnicode(ascii.slice(at)) || ascii.slice(at));
  return own === ascii ? [ascii] : [ascii, own];
}
