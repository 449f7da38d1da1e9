// Builds the whole message that SES is given: headers, text part and HTML part, all 7-bit.
import { mailHeader } from './mail-header.ts';
import { isPlainAddress } from './plain-address.ts';
import type { ComposedContent } from './weekly-mail.ts';

export type MimeInput = {
  from: { name: string; address: string };
  /** Both untrusted. */
  to: { name: string | null; address: string };
  /** Undefined: answers go to the sender's address. */
  replyTo: string | undefined;
  content: Pick<ComposedContent, 'subject' | 'html' | 'text'>;
  /** Null for a mail that is no part of a list, such as one that somebody asked for. */
  unsubscribeUrl: string | null;
};

/**
 * An RFC 5322 message, multipart/alternative, with lines under 998 characters. A mail of the list bears one-click
 * unsubscribing (RFC 8058) and its List-Id (RFC 2919). SES replaces Date and Message-ID by its own.
 */
export async function composeMime(input: MimeInput): Promise<Uint8Array> {
  // Loaded on the first mail: most instances send none, and the library is a tenth of a second of a cold start.
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const { from, to, replyTo, content, unsubscribeUrl } = input;
  const mailbox = (name: string | null, address: string) => ({ name: mailHeader.name(name ?? ''), address });
  const composer = new MailComposer({
    from: mailbox(from.name, from.address),
    to: isPlainAddress(to.address) ? mailbox(to.name, to.address) : 'Undisclosed recipients:;',
    replyTo: replyTo === undefined ? undefined : mailbox(from.name, replyTo),
    headers: {
      Subject: folded(mailHeader.subject(content.subject)),
      ...(unsubscribeUrl === null ? {} : listHeaders(from, unsubscribeUrl)),
      'Auto-Submitted': 'auto-generated',
    },
    text: withLineFeeds(content.text),
    html: withLineFeeds(content.html),
    // As RFC 2919 writes it; names of headers are compared without case, but not by every reader.
    normalizeHeaderKey: (key) => (key === 'List-ID' ? 'List-Id' : key),
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

// A carriage return that stands alone may stand in no mail; nodemailer makes CRLF of each line feed.
const withLineFeeds = (text: string) => text.replace(/\r\n?/g, '\n');

const folded = (value: string) => ({ prepared: true, foldLines: true, value });
// Some mail programs do not find an address that stands on the line after the header's name.
const unfolded = (value: string) => ({ prepared: true, foldLines: false, value });

function listHeaders(from: MimeInput['from'], unsubscribeUrl: string) {
  const listId = `weekly.${from.address.slice(from.address.lastIndexOf('@') + 1)}`;
  return {
    'List-Unsubscribe': unfolded(`<${unsubscribeUrl}>`),
    'List-Unsubscribe-Post': unfolded('List-Unsubscribe=One-Click'),
    'List-Id': `${mailHeader.phrase(from.name)} <${listId}>`,
  };
}
