// Finds the mails that the mailbox list shows.
import type { KeptMail, MailStore } from '../mail-store.ts';
import { readMail } from '../read-mail.ts';
import type { MailSummary } from './mail-summary.ts';
import { mailSummary } from './mail-summary.ts';
import type { MailboxView } from './mailbox-view.ts';
import { preheaderOf } from './preheader.ts';

const PAGE_MAILS = 100;

export type ListedMail = MailSummary & { preheader: string };
export type FoundMails = { mails: ListedMail[]; total: number; pages: number; page: number };

/** Newest first, 100 a page; a page past the end is the last one. Only the bodies of the page's mails are parsed. */
export async function findMails(store: MailStore, { q, page }: MailboxView): Promise<FoundMails> {
  const newestFirst = store.all().reverse();
  const wanted = q.toLowerCase();
  const found = q === '' ? newestFirst : newestFirst.filter((mail) => searchable(mailSummary(mail)).includes(wanted));
  const pages = Math.max(1, Math.ceil(found.length / PAGE_MAILS));
  const shown = Math.min(page, pages);
  const mails: ListedMail[] = [];
  for (const mail of found.slice((shown - 1) * PAGE_MAILS, shown * PAGE_MAILS)) {
    mails.push({ ...mailSummary(mail), preheader: await preheader(mail) });
  }
  return { mails, total: found.length, pages, page: shown };
}

const preheaders = new WeakMap<KeptMail, string>();

async function preheader(mail: KeptMail): Promise<string> {
  const known = preheaders.get(mail);
  if (known !== undefined) return known;
  const { html, text } = await readMail(mail);
  const words = preheaderOf(html, text);
  preheaders.set(mail, words);
  return words;
}

function searchable({ name, address, subject, messageId, tags }: MailSummary): string {
  return [name, address, subject, messageId, ...Object.values(tags)].join('\n').toLowerCase();
}
