// When a mail came, as a `time` element.
import { escapeMarkup } from '../escape-markup.ts';

const clockTime = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const full = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'medium' });

/** In this machine's time zone: the time alone today, the day before that; the whole moment as a tooltip. */
export function mailTime(receivedAt: Date, now: Date): string {
  const isToday = receivedAt.toDateString() === now.toDateString();
  const words = isToday ? clockTime.format(receivedAt) : day.format(receivedAt);
  const title = escapeMarkup(full.format(receivedAt));
  return `<time datetime="${receivedAt.toISOString()}" title="${title}">${escapeMarkup(words)}</time>`;
}
