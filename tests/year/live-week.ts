// The days between two runs: learners answer and wish, SES tells, the shop changes, editors review.
import { liveInShop } from './live-in-shop.ts';
import { tellSome, wish } from './live-with-mail.ts';
import { answerQuestionnaires, answerTasks, review } from './live-with-tasks.ts';
import { nowOf, type Year } from './year.ts';
import { yearWeeks } from './year-weeks.ts';

const hour = 3_600_000;

/** Days that the run itself took are left out. `complaints`: beside the few of every week. */
export async function liveWeek(year: Year, { complaints }: { complaints: number }): Promise<void> {
  const { random, ses } = year;
  const dueAt = yearWeeks[ses.week]?.dueAt ?? 0;
  const next = yearWeeks[ses.week + 1];
  await at(year, dueAt + 9 * hour, async () => {
    await tellSome(year, 'soft bounce', 3);
    await tellSome(year, 'hard bounce', random.below(3));
    await answerQuestionnaires(year, ses.week === 0 ? 0.5 : 0.1);
    await answerTasks(year, 0.07);
  });
  await at(year, dueAt + 51 * hour, async () => {
    await wish(year, { pause: 0.008, unsubscribe: 0.003, resume: 0.1 });
    await answerTasks(year, 0.05);
  });
  await at(year, dueAt + 123 * hour, async () => {
    await tellSome(year, 'complaint', complaints + (random.chance(0.25) ? 1 : 0));
    liveInShop(year);
    await review(year, 12);
    await answerTasks(year, 0.06);
  });
  if (next === undefined) return;
  // Half past midnight, when the new week has begun in Berlin alone, and its mail is not due yet.
  await at(year, next.dueAt - 8.5 * hour, async () => {
    await answerQuestionnaires(year, 0.03);
    await wish(year, { pause: 0.004, unsubscribe: 0.001, resume: 0.02 });
    await answerTasks(year, 0.02);
  });
}

async function at(year: Year, instant: number, live: () => Promise<void>): Promise<void> {
  if (instant < nowOf(year)) return;
  year.house.clock.set(new Date(instant).toISOString());
  await live();
}
