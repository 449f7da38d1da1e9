// What SES checks of an address, in the order and the words of its own errors.
import { SesError } from './ses-error.ts';

/**
 * Takes `a@example.com` and `Name <a@example.com>`; gives the local part. SES has no SMTPUTF8: an address is 7-bit ASCII
 * (notes, SES §1.1). Throws InvalidParameterValue; the message never holds the address.
 */
export function checkAddress(address: string): string {
  const bare = (/^[^<>]*<([^<>]*)>$/.exec(address.trim())?.[1] ?? address).trim();
  const quoted = /^"(?:\\.|[^"\\])*"/.exec(bare)?.[0];
  const at = bare.indexOf('@', quoted?.length ?? 0);
  const local = at < 0 ? bare : bare.slice(0, at);
  if (!quoted && hasOtherThanVisibleAscii(local)) refuse('Local address contains control or whitespace');
  if (quoted && !isAscii(local)) refuse('Local address contains control or whitespace');
  if (at < 0) refuse("Missing final '@domain'");
  if (local === '') refuse('Missing local name');
  checkLocal(local, quoted);
  checkDomain(bare.slice(at + 1));
  return local;
}

function checkLocal(local: string, quoted: string | undefined): void {
  if (quoted === local) return;
  if (/[()<>,;:\\"[\]]/.test(local)) refuse('Local address contains illegal character');
  if (local.startsWith('.')) refuse('Local address starts with dot');
  if (local.endsWith('.')) refuse('Local address ends with dot');
  if (local.includes('..')) refuse('Local address contains dot-dot');
}

function checkDomain(domain: string): void {
  if (domain === '') refuse('Missing domain');
  if (hasOtherThanVisibleAscii(domain)) refuse('Domain contains control or whitespace');
  if (/[^A-Za-z0-9.-]/.test(domain)) refuse('Domain contains illegal character');
  if (domain.startsWith('.')) refuse('Domain starts with dot');
  if (domain.endsWith('.')) refuse('Domain ends with dot');
  if (domain.includes('..')) refuse('Domain contains dot-dot');
}

function hasOtherThanVisibleAscii(text: string): boolean {
  return /[^\x21-\x7e]/.test(text);
}

function isAscii(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}

function refuse(message: string): never {
  throw SesError.invalid(message);
}
