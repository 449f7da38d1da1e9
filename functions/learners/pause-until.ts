// Rule: when a pause of so many weeks ends.
import { addWeeks, instantOfWeek, weekOf } from '../week.ts';
import { dueAt } from '../weekly-run/lateness.ts';

/**
 * The Monday 00:00 in the shop's time zone that lets the next `weeks` weekly mails pass: those due after `now`. Before
 * Monday's mail is due, the present week's is the first of them; from then on the next week's is, because the present
 * one is sent or being sent (and while it is, a pause holds it back too). Counted from the calendar's Monday instead, a
 * pause of one week taken on a Wednesday would skip nothing.
 */
export function pauseUntil(now: Date, weeks: number, timeZone: string): Date {
  const present = weekOf(now, timeZone);
  const firstSkipped = now < dueAt(present, timeZone) ? present : addWeeks(present, 1);
  return instantOfWeek(addWeeks(firstSkipped, weeks), timeZone, { weekday: 1, hour: 0 });
}
