// One part of the chosen mail: its HTML, text, headers or raw message.
import { escapeMarkup } from '../escape-markup.ts';
import type { KeptMail } from '../mail-store.ts';
import { rawMessage } from '../raw-message.ts';
import type { StoredMail } from '../stored-mail.ts';
import type { MailboxView } from './mailbox-view.ts';

/** No scripts and no forms; links open a new tab, as they do from a mail program. */
const SANDBOX = 'allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation';

export function mailBody(mail: KeptMail, stored: StoredMail, tab: MailboxView['tab']): string {
  if (tab === 'html' && stored.html !== '') return htmlFrame(stored.html);
  if (tab === 'headers') return headerTable(stored.headers);
  if (tab === 'raw') return `<pre class="raw" tabindex="0">${escapeMarkup(rawMessage(mail).toString('utf8'))}</pre>`;
  if (stored.text !== '') return `<pre class="text" dir="auto" tabindex="0">${linked(stored.text)}</pre>`;
  return `<p class="empty">This mail has no ${tab === 'html' ? 'HTML and no text' : 'text'} part.</p>`;
}

function htmlFrame(html: string): string {
  const source = escapeMarkup(`<base target="_blank">${html}`);
  return `<iframe title="The mail" sandbox="${SANDBOX}" referrerpolicy="no-referrer" srcdoc="${source}"></iframe>`;
}

function headerTable(headers: Record<string, string>): string {
  const rows = Object.entries(headers).map(
    ([name, value]) => `<tr><th scope="row">${escapeMarkup(name)}</th><td><bdi>${escapeMarkup(value)}</bdi></td></tr>`,
  );
  return `<div class="headers" tabindex="0"><table><tbody>${rows.join('')}</tbody></table></div>`;
}

/** The text with its web addresses as links; the rest escaped. */
function linked(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((piece, index) => {
      const safe = escapeMarkup(piece);
      return index % 2 === 1 ? `<a href="${safe}" target="_blank" rel="noopener noreferrer">${safe}</a>` : safe;
    })
    .join('');
}
