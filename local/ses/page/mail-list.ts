// The left side of the mailbox: the found mails.
import { escapeMarkup } from '../escape-markup.ts';
import { avatar } from './avatar.ts';
import type { FoundMails, ListedMail } from './find-mails.ts';
import { mailTime } from './mail-time.ts';
import { mailboxHref } from './mailbox-href.ts';
import type { MailboxView } from './mailbox-view.ts';

/** `chosenId` is the mail shown at the right, marked in the list. */
export function mailList(found: FoundMails, view: MailboxView & { chosenId: string; now: Date }): string {
  if (found.mails.length === 0) return `<nav id="list" aria-label="Mails">${nothing(view.q)}</nav>`;
  const items = found.mails.map((mail) => item(mail, view)).join('\n');
  return `<nav id="list" aria-label="Mails"><ol>${items}</ol>${pager(found, view)}</nav>`;
}

function item(mail: ListedMail, view: MailboxView & { chosenId: string; now: Date }): string {
  const href = escapeMarkup(mailboxHref({ ...view, id: mail.messageId }));
  const current = mail.messageId === view.chosenId ? ' aria-current="true"' : '';
  return `<li><a class="mail" href="${href}"${current}>${avatar(mail.name, mail.address)}
<span class="name"><bdi>${escapeMarkup(mail.name)}</bdi></span>${mailTime(mail.receivedAt, view.now)}
<span class="subject" dir="auto">${escapeMarkup(mail.subject)}</span>
<span class="preheader" dir="auto">${escapeMarkup(mail.preheader)}</span></a></li>`;
}

function nothing(q: string): string {
  if (q === '') return '<p class="empty">No mail yet.</p>';
  return `<p class="empty">No mail matches <q>${escapeMarkup(q)}</q>.<br><a href="/">Show all</a></p>`;
}

function pager({ page, pages }: FoundMails, view: MailboxView): string {
  if (pages === 1) return '';
  const link = (target: number, words: string) => {
    if (target < 1 || target > pages) return '<span></span>';
    return `<a href="${escapeMarkup(mailboxHref({ ...view, id: '', page: target }))}">${words}</a>`;
  };
  return `<p class="pager">${link(page - 1, '‹ Newer')}<span>${page} of ${pages}</span>${link(page + 1, 'Older ›')}</p>`;
}
