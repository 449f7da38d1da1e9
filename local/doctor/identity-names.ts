// The identities under which SES may know a sender.
import { asciiDomain } from '../../functions/mail/ascii-domain.ts';

/** The address, its domain, and each parent of two labels or more: a verified domain covers those below it. */
export function identityNames(address: string): string[] {
  const ascii = asciiDomain(address);
  const labels = ascii
    .slice(ascii.lastIndexOf('@') + 1)
    .toLowerCase()
    .split('.');
  const domains = labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'));
  return [ascii, ...domains];
}
