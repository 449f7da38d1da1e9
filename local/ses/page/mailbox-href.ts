// The address of the mailbox page for a view.
import type { MailboxView } from './mailbox-view.ts';

/** Names only what differs from the plain mailbox; not escaped for markup. */
export function mailboxHref(view: MailboxView): string {
  const query = new URLSearchParams();
  if (view.id !== '') query.set('id', view.id);
  if (view.q !== '') query.set('q', view.q);
  if (view.tab !== 'html') query.set('tab', view.tab);
  if (view.page !== 1) query.set('page', String(view.page));
  const text = query.toString();
  return text === '' ? '/' : `/?${text}`;
}
