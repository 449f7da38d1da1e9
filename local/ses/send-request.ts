// The parameters of SendRawEmail, read from the form.
import { headerFields } from './header-fields.ts';
import { readMessageTags } from './message-tags.ts';

export type SendRequest = {
  /** The envelope's sender; empty when the call names none. */
  source: string;
  /** The envelope's recipients. */
  to: string[];
  tags: Record<string, string>;
  raw: Buffer;
};

/**
 * `Destinations` define the envelope; only without them do the MIME headers To, Cc and Bcc (notes, SES §1.1).
 * Throws InvalidParameterValue for malformed tags.
 */
export function readSendRequest(form: URLSearchParams): SendRequest {
  const raw = Buffer.from(form.get('RawMessage.Data') ?? '', 'base64');
  const named = members(form, 'Destinations.member.');
  return {
    source: form.get('Source') ?? '',
    to: named.length > 0 ? named : recipientsOfHeaders(raw),
    tags: readMessageTags(form, raw),
    raw,
  };
}

function members(form: URLSearchParams, prefix: string): string[] {
  const values: string[] = [];
  for (let index = 1; form.has(`${prefix}${index}`); index += 1) values.push(form.get(`${prefix}${index}`) ?? '');
  return values;
}

function recipientsOfHeaders(raw: Buffer): string[] {
  const lists = headerFields(raw).filter(({ name }) => /^(to|cc|bcc)$/i.test(name));
  // A comma inside a quoted name separates nothing.
  return lists.flatMap(({ value }) => value.match(/(?:"(?:\\.|[^"\\])*"|[^",])+/g) ?? []).map((entry) => entry.trim());
}
