// An address with its domain in the letters that SES takes.
import { domainToASCII } from 'node:url';

/** The domain in Punycode where it is not ASCII; what is no domain is left as it is, for SES to refuse. */
export function asciiDomain(address: string): string {
  const at = address.lastIndexOf('@') + 1;
  const domain = address.slice(at);
  return address.slice(0, at) + (/^[\x21-\x7e]*$/.test(domain) ? domain : domainToASCII(domain) || domain);
}
