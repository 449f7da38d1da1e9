// The public keys that SNS signs with, read once a day.
import { type KeyObject, X509Certificate } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { AppError } from '../errors.ts';
import type { SnsGet } from './sns-get.ts';

/**
 * Reads keys by the addresses of their certificates. Whoever asks while one is being read waits for it; a failure is not
 * kept, so one bad minute of SNS spoils no message after it.
 */
export function signingCertificates(clock: Clock, get: SnsGet): SigningCertificates {
  const kept = new Map<string, Kept>();
  const underWay = new Map<string, Promise<Kept | null>>();

  async function read(url: string): Promise<Kept | null> {
    const certificate = parse(await get(url));
    if (certificate === null) return null;
    const read = { certificate, key: certificate.publicKey, until: clock.now().getTime() + keptMilliseconds };
    const [oldest] = kept.keys();
    if (kept.size >= keptMax && oldest !== undefined) kept.delete(oldest);
    kept.set(url, read);
    return read;
  }

  return async (url) => {
    const known = kept.get(url);
    if (known !== undefined && clock.now().getTime() < known.until) return validKey(known, clock.now());
    kept.delete(url);
    const reading = underWay.get(url) ?? read(url).finally(() => underWay.delete(url));
    underWay.set(url, reading);
    const found = await reading;
    return found === null ? null : validKey(found, clock.now());
  };
}

/**
 * The key of the certificate at this address; null where SNS has none there, or one that is not valid now. Throws a
 * retryable AppError `OVERLOADED` where that could not be found out. The address must have been checked.
 */
export type SigningCertificates = (url: string) => Promise<KeyObject | null>;

type Kept = { certificate: X509Certificate; key: KeyObject; until: number };

/** A day: certificates of SNS are good for about a year, and each has an address of its own. */
const keptMilliseconds = 24 * 3600 * 1000;
/** A region signs with one at a time; we have few topics. */
const keptMax = 4;

function parse({ status, text }: { status: number; text: string }): X509Certificate | null {
  // The address is right, and SNS says that nothing is there: it was made up.
  if (status >= 400 && status < 500) return null;
  try {
    if (status === 200) return new X509Certificate(text);
  } catch {
    // Something between SNS and us answered in its place.
  }
  throw new AppError('OVERLOADED', `SNS gave no certificate (HTTP ${status}).`, { retryable: true });
}

function validKey({ certificate, key }: Kept, now: Date): KeyObject | null {
  const isValid = now >= certificate.validFromDate && now < certificate.validToDate;
  return isValid ? key : null;
}
