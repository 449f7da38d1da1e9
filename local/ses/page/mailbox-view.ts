// What a visitor asked the mailbox page to show.
import { z } from 'zod';

export const TABS = ['html', 'text', 'headers', 'raw'] as const;

const schema = z.object({
  /** The chosen mail; empty means the newest. */
  id: z.string().catch(''),
  q: z.string().trim().catch(''),
  tab: z.enum(TABS).catch('html'),
  page: z.coerce.number().int().min(1).catch(1),
});

export type MailboxView = z.infer<typeof schema>;

/** Reads the page's query; what does not parse falls back, because a mailbox has no wrong address. */
export function mailboxView(query: URLSearchParams): MailboxView {
  return schema.parse(Object.fromEntries(query));
}
