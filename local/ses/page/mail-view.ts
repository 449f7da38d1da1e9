// The right side of the mailbox: the chosen mail.
import { escapeMarkup } from '../escape-markup.ts';
import type { KeptMail } from '../mail-store.ts';
import { readMail } from '../read-mail.ts';
import { mailBody } from './mail-body.ts';
import { mailSummary } from './mail-summary.ts';
import { mailTime } from './mail-time.ts';
import { mailboxHref } from './mailbox-href.ts';
import type { MailboxView } from './mailbox-view.ts';
import { TABS } from './mailbox-view.ts';

const TAB_WORDS = { html: 'HTML', text: 'Text', headers: 'Headers', raw: 'Raw' };

/** Without a mail: what to do to get one, or that the asked one is gone. */
export async function mailView(mail: KeptMail | undefined, view: MailboxView & { now: Date }): Promise<string> {
  if (!mail) return `<main id="mail">${placeholder(view)}</main>`;
  const stored = await readMail(mail);
  const { name } = mailSummary(mail);
  const to = mail.to.map((address) => `<bdi>${escapeMarkup(address)}</bdi>`).join(', ');
  const who = name === mail.to.join(', ') ? to : `<bdi>${escapeMarkup(name)}</bdi> <span class="faint">${to}</span>`;
  return `<main id="mail" data-id="${escapeMarkup(mail.messageId)}">
<header class="mail-head">
<a class="back" href="${escapeMarkup(mailboxHref({ ...view, id: '' }))}">‹ All mails</a>
<h1 dir="auto">${escapeMarkup(stored.subject || '(no subject)')}</h1>
<dl><dt>From</dt><dd><bdi>${escapeMarkup(stored.from)}</bdi></dd><dt>To</dt><dd>${who}</dd>
<dt>Came</dt><dd>${mailTime(mail.receivedAt, view.now)}${tagList(mail.tags)}</dd></dl>
${tabs(mail.messageId, view)}
</header>
${mailBody(mail, stored, view.tab)}
</main>`;
}

function placeholder({ id }: MailboxView): string {
  if (id !== '') return '<p class="empty">This mail is not here any more. <a href="/">Show all mails</a></p>';
  return '<p class="empty">Mails that the system sends appear here by themselves.<br>Nothing leaves this machine.</p>';
}

function tagList(tags: Record<string, string>): string {
  return Object.entries(tags)
    .map(
      ([name, value]) =>
        ` <span class="tag" title="message tag"><b>${escapeMarkup(name)}</b> ${escapeMarkup(value)}</span>`,
    )
    .join('');
}

function tabs(messageId: string, view: MailboxView): string {
  const links = TABS.map((tab) => {
    const current = tab === view.tab ? ' aria-current="page"' : '';
    const href = escapeMarkup(mailboxHref({ ...view, id: messageId, tab }));
    return `<a href="${href}"${current}>${TAB_WORDS[tab]}</a>`;
  });
  const download = `<a class="download" href="/mail/${escapeMarkup(messageId)}.eml" download title="Download this mail">.eml ↓</a>`;
  return `<nav class="tabs" aria-label="Parts of the mail">${links.join('')}${download}</nav>`;
}
