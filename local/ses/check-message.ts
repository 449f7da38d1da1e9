// What SES checks of a raw message before it takes it.
import { headerFields } from './header-fields.ts';
import { SesError } from './ses-error.ts';

/** 10 MB after base64 (notes, SES §1.1). */
const MESSAGE_BYTES_MAX = 10 * 1024 * 1024;
/** With its line break (RFC 5322 §2.1.1: 998 without). */
const LINE_BYTES_MAX = 1_000;
/** Of the header fields that SES takes only once, those that a mail of ours may hold (SES guide, "header fields"). */
const ONLY_ONCE = new Set(
  'auto-submitted content-transfer-encoding content-type date from list-id list-unsubscribe list-unsubscribe-post message-id mime-version precedence reply-to return-path sender subject'.split(
    ' ',
  ),
);

/** Throws InvalidParameterValue, as SES does. */
export function checkMessage(raw: Buffer, source: string): void {
  if (raw.length === 0) throw SesError.invalid('Raw message is missing.');
  if (raw.length > MESSAGE_BYTES_MAX) {
    throw SesError.invalid(`Message length is more than ${MESSAGE_BYTES_MAX} bytes long: '${raw.length}'.`);
  }
  if (longestLineBytes(raw) > LINE_BYTES_MAX) throw SesError.invalid(`A line is longer than ${LINE_BYTES_MAX} bytes.`);
  checkHeader(raw, source);
}

function checkHeader(raw: Buffer, source: string): void {
  const seen = new Set<string>();
  for (const { name } of headerFields(raw)) {
    const key = name.toLowerCase();
    if (ONLY_ONCE.has(key) && seen.has(key)) throw SesError.invalid(`Duplicate header '${name}'.`);
    seen.add(key);
  }
  if (source === '' && !seen.has('from')) throw SesError.invalid("Missing required header 'From'.");
}

function longestLineBytes(raw: Buffer): number {
  let longest = 0;
  for (let start = 0; start < raw.length; ) {
    const lineBreak = raw.indexOf(10, start);
    const end = lineBreak < 0 ? raw.length : lineBreak + 1;
    longest = Math.max(longest, end - start);
    start = end;
  }
  return longest;
}
