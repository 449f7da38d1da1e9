// The message tags of a call, from its parameters or from its MIME header.
import { headerFields } from './header-fields.ts';
import { SesError } from './ses-error.ts';

/**
 * Tags given as parameters replace those of the header `X-SES-MESSAGE-TAGS`; the two are not merged (notes, SES §1.1).
 * Throws InvalidParameterValue for a name or value that SES does not take.
 */
export function readMessageTags(form: URLSearchParams, raw: Buffer): Record<string, string> {
  const named: [string, string][] = [];
  for (let index = 1; form.has(`Tags.member.${index}.Name`); index += 1) {
    const prefix = `Tags.member.${index}`;
    named.push([form.get(`${prefix}.Name`) ?? '', form.get(`${prefix}.Value`) ?? '']);
  }
  const tags = named.length > 0 ? named : tagsOfHeader(raw);
  for (const [name, value] of tags) checkTag(name, value);
  return Object.fromEntries(tags);
}

function tagsOfHeader(raw: Buffer): [string, string][] {
  const header = headerFields(raw).find(({ name }) => name.toLowerCase() === 'x-ses-message-tags');
  if (!header) return [];
  return header.value.split(',').map((pair) => {
    const [name = '', value = ''] = pair.split('=');
    return [name.trim(), value.trim()];
  });
}

/** Letters, digits, `_` and `-`, at most 256; the two names that feed Feedback-ID have a colon (notes, SES §1.1). */
function checkTag(name: string, value: string): void {
  const isTaken = /^[A-Za-z0-9_-]{1,256}$/;
  const isFeedbackId = name === 'ses:feedback-id-a' || name === 'ses:feedback-id-b';
  if (!isFeedbackId && !isTaken.test(name)) throw SesError.invalid(`Invalid tag name <${name}>.`);
  if (!isTaken.test(value)) throw SesError.invalid(`Invalid tag value <${value}>.`);
}
