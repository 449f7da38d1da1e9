// The whole message of one content, composed once; for each learner only headers and slots are filled.
import { randomUUID } from 'node:crypto';
import { composeMime, type MimeInput } from './compose-mime.ts';
import { mailHeader } from './mail-header.ts';
import { partTemplate } from './part-template.ts';

export type MimeTemplateInput = Pick<MimeInput, 'from' | 'replyTo'> & {
  /** HTML and text hold the slots; the subject none. */
  content: MimeInput['content'];
  /** Words of `\w` that stand nowhere else in the content. */
  slots: readonly string[];
};

export type MimeTemplate = {
  /** What `composeMime` gives, but for the boundary and how each part is encoded. */
  fill(mail: MimeFilling): Uint8Array;
};

type MimeFilling = {
  /** Both untrusted. */
  to: MimeInput['to'];
  unsubscribeUrl: string;
  /** By slot; escaped in `html`. */
  html: Readonly<Record<string, string>>;
  text: Readonly<Record<string, string>>;
};

/** A mail of the list: always with one-click unsubscribing. */
export async function mimeTemplate({ from, replyTo, content, slots }: MimeTemplateInput): Promise<MimeTemplate> {
  const sample = await composeMime({
    ...{ from, replyTo, content: { subject: content.subject, html: 'html', text: 'text' } },
    ...{ to: { name: null, address: 'to@template.invalid' }, unsubscribeUrl: 'https://template.invalid/' },
  });
  const [head = ''] = Buffer.from(sample).toString('latin1').split('\r\n\r\n', 1);
  const headers = head.split(/\r\n(?![ \t])/);
  const boundary = /boundary="([^"]+)"/.exec(headers.find((header) => header.startsWith('Content-Type:')) ?? '')?.[1];
  if (boundary === undefined) throw new Error('The message has no boundary.');
  const fixed = headers.filter((header) => !/^(To|Message-ID|List-Unsubscribe):/i.test(header)).join('\r\n');
  const text = partTemplate(content.text, slots);
  const html = partTemplate(content.html, slots);
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  const ascii = (piece: string) => Buffer.from(piece, 'latin1');
  const beforeText = ascii(`\r\n${fixed}\r\n\r\n${partHead(boundary, 'text/plain', text.transferEncoding)}`);
  const beforeHtml = ascii(`\r\n${partHead(boundary, 'text/html', html.transferEncoding)}`);
  const end = ascii(`\r\n--${boundary}--\r\n`);
  return {
    fill(mail) {
      const { to, unsubscribeUrl } = mail;
      const own = `${mailHeader.to(to)}\r\nList-Unsubscribe: <${unsubscribeUrl}>\r\nMessage-ID: <${randomUUID()}@${domain}>`;
      return Buffer.concat([ascii(own), beforeText, ...text.fill(mail.text), beforeHtml, ...html.fill(mail.html), end]);
    },
  };
}

function partHead(boundary: string, type: string, transferEncoding: string): string {
  return `--${boundary}\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: ${transferEncoding}\r\n\r\n`;
}
