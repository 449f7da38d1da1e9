// What the header section of a mail says about it, for the mailbox list and its search.
import { addressParser, decodeWords } from 'postal-mime';
import { headerFields } from '../header-fields.ts';
import type { KeptMail } from '../mail-store.ts';
import { rawMessage } from '../raw-message.ts';

export type MailSummary = {
  messageId: string;
  /** The recipient's name in the header To, or the address when it has none. */
  name: string;
  /** The envelope's recipients. */
  address: string;
  subject: string;
  receivedAt: Date;
  tags: Record<string, string>;
};

const summaries = new WeakMap<KeptMail, MailSummary>();

/** Read once a mail, and forgotten with it. Reads no body: a search goes through every mail there is. */
export function mailSummary(mail: KeptMail): MailSummary {
  const known = summaries.get(mail);
  if (known) return known;
  const { messageId, receivedAt, tags } = mail;
  const fields = headerFields(rawMessage(mail));
  const header = (key: string) => fields.find(({ name }) => name.toLowerCase() === key)?.value ?? '';
  const address = mail.to.join(', ');
  const name = addressParser(header('to'), { flatten: true }).find((mailbox) => mailbox.name.trim() !== '')?.name;
  const subject = decodeWords(header('subject')) || '(no subject)';
  const summary = { messageId, name: name ?? address, address, subject, receivedAt, tags };
  summaries.set(mail, summary);
  return summary;
}
