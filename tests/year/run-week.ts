// One week's run, from the schedule to its end, with the fault of the week.
import { messages } from '../../functions/messages.ts';
import { weekOf as isoWeekOf } from '../../functions/week.ts';
import { resumeRun } from '../../functions/weekly-run/resume-run.ts';
import { startRun } from '../../functions/weekly-run/start-run.ts';
import { sweep } from '../../functions/weekly-run/sweep.ts';
import { modelStanding } from '../assignments/reference-model.ts';
import { followShop } from './follow-shop.ts';
import { tellSome, wish } from './live-with-mail.ts';
import { answerQuestionnaires } from './live-with-tasks.ts';
import { mailedThisWeek, tellEvent } from './tell-event.ts';
import { count, type Year } from './year.ts';
import { obstacle, topicOf } from './year-model.ts';
import { beginSesWeek } from './year-ses.ts';
import { yearWeeks } from './year-weeks.ts';

export const faults = [
  'throttled',
  'answer lost',
  'daily quota',
  'never came',
  'doubled messages',
  'shop away',
  'refused',
  'no events',
  'lagging index',
  'bounce storm',
] as const;

export type Fault = (typeof faults)[number] | 'none';

export async function runWeek(year: Year, week: number, fault: Fault): Promise<void> {
  const { house, wrong, ses } = year;
  const { id = '', dueAt = 0 } = yearWeeks[week] ?? {};
  house.clock.set(new Date(dueAt).toISOString());
  beginSesWeek(ses, week);
  count(year, fault);
  const scheduled = isoWeekOf(house.clock.now(), house.services.config.timeZone);
  if (scheduled !== id) wrong.push(`the schedule of ${id} starts ${scheduled}`);
  await startRun(house.services, { week: scheduled, by: 'schedule' });
  await startRun(house.services, { week: scheduled, by: 'schedule' });
  const held = isHeld(year, week);
  const state = (await house.stores.runs.get(id))?.state;
  if (state !== (held ? 'paused' : 'syncing')) wrong.push(`the run of ${id} begins ${state}`);
  if (held) {
    count(year, 'held by complaints');
    await resumeRun(house.services, { week: id });
  }
  breakShop(year, fault);
  await deliver(year, fault);
  await wakeUntilDone(year, fault);
}

/** At least three complaints, and one in a thousand, over the four weeks before. */
function isHeld({ model }: Year, week: number): boolean {
  const sum = (counts: number[]) => counts.slice(Math.max(0, week - 4), week).reduce((a, b) => a + b, 0);
  const complaints = sum(model.complaints);
  return complaints >= 3 && complaints * 1_000 >= sum(model.accepted);
}

function breakShop({ house, model, random }: Year, fault: Fault): void {
  if (fault === 'shop away') house.shop.failNext = 2;
  if (fault === 'lagging index')
    house.shop.lagging = new Set(random.some(model.learners, 6).map(({ row }) => row.number));
}

/** Delivers until nothing waits; what throws comes again. */
async function deliver(year: Year, fault: Fault): Promise<void> {
  const { house, ses } = year;
  const { waiting } = house.queue;
  let isPlanned = ses.planned.size > 0;
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (next.topic === messages.planRun.topic && !isPlanned) {
      plan(year, fault);
      isPlanned = true;
    }
    if (next.topic === messages.sendMails.topic && ses.tried.size === 0) await changeTheirMind(year);
    try {
      await house.deliver(next);
      if (fault === 'doubled messages') await house.deliver(next);
    } catch (error) {
      if (fault !== 'shop away' || next.topic !== messages.syncCustomers.topic) throw error;
      house.clock.advance(10_000);
      waiting.push(next);
    }
  }
}

/** What should be planned, from what the walk brought; and whom the faults will meet. */
function plan(year: Year, fault: Fault): void {
  const { house, model, ses, random } = year;
  followShop(model, house.shop.lagging);
  house.shop.lagging.clear();
  for (const learner of model.learners) {
    const forbidden = obstacle(model, learner, ses.week);
    const topic = forbidden === null ? topicOf(model, learner, ses.week) : null;
    if (topic !== null) ses.planned.set(learner.id, topic);
    count(year, forbidden ?? (topic === null ? 'nothing left' : 'planned'));
    const { known, unsubscribedAt, placedOn } = learner;
    if (topic !== null && unsubscribedAt !== null) count(year, 'unsubscribe lifted by consent');
    const told = model.addresses.get(known?.key ?? '');
    if (forbidden === 'COMPLAINT' && told && (known?.consentAt ?? 0) > told.since) count(year, 'complaint not lifted');
    if (placedOn !== null && modelStanding(learner).levelId !== placedOn) count(year, 'climbed');
  }
  const ids = [...ses.planned.keys()];
  // Where an outcome stays open, a later mail has to show that events come.
  const few = new Set(random.some(ids.slice(0, ids.length / 2), 3));
  if (fault === 'throttled') Object.assign(ses.faults, { throttled: 90, ratePerSecond: 14 });
  if (fault === 'answer lost') ses.faults.answerLost = few;
  if (fault === 'never came' || fault === 'no events') ses.faults.neverCame = few;
  if (fault === 'refused') ses.faults.refused = few;
  if (fault === 'daily quota' || fault === 'bounce storm') ses.faults.max24HourSend = 400;
}

/** Between the plan and the mail. */
async function changeTheirMind(year: Year): Promise<void> {
  await wish(year, { pause: 0.002, unsubscribe: 0.001, resume: 0 });
  await answerQuestionnaires(year, 0.01);
}

/** The schedule's sweep, until the run is done; only what the model foresees may take a person. */
async function wakeUntilDone(year: Year, fault: Fault): Promise<void> {
  const { house, wrong, ses } = year;
  const { id = '' } = yearWeeks[ses.week] ?? {};
  for (let sweeps = 0; sweeps < 60; sweeps += 1) {
    const run = await house.stores.runs.get(id);
    if (run?.state === 'done') return;
    if (run?.state === 'paused' && fault === 'bounce storm' && /bounced for good/.test(run.reason ?? '')) {
      count(year, 'paused by bounces');
      await resumeRun(house.services, { week: id });
    } else if (run === null || run.state === 'paused' || run.state === 'failed') {
      wrong.push(`the run of ${id} is ${run?.state}: ${run?.reason}`);
      return;
    }
    house.clock.advance((fault === 'answer lost' ? 1 : 3) * 3_600_000);
    await tellMeanwhile(year, fault, sweeps);
    await sweep(house.services);
    await deliver(year, fault);
  }
  wrong.push(`the run of ${id} never ends`);
}

/** What SES tells while the run is under way. */
async function tellMeanwhile(year: Year, fault: Fault, sweeps: number): Promise<void> {
  const mails = mailedThisWeek(year);
  if (fault === 'answer lost' && sweeps === 1) {
    const lost = mails.filter(({ learner }) => year.ses.lost.includes(learner.id));
    for (const mail of lost) await tellEvent(year, 'send', mail);
  }
  if (sweeps > 0) return;
  if (fault === 'never came') for (const mail of mails.slice(-10)) await tellEvent(year, 'send', mail);
  if (fault === 'daily quota') {
    await changeTheirMind(year);
    await tellSome(year, 'hard bounce', 1);
  }
  if (fault === 'bounce storm') await tellSome(year, 'hard bounce', 12);
}
