// What learners wish of their mail, and what SES tells of it.
import { pauseMail } from '../../functions/learners/pause-mail.ts';
import { resumeMail } from '../../functions/learners/resume-mail.ts';
import { unsubscribe } from '../../functions/learners/unsubscribe.ts';
import { inParallel } from '../kit/in-parallel.ts';
import { mailedThisWeek, type Told, tellEvent } from './tell-event.ts';
import { tellModel } from './tell-model.ts';
import { count, knownLearners, nowOf, type Year } from './year.ts';
import { isUnsubscribed, type YearLearner } from './year-model.ts';

/** Shares of learners, or of those who could. */
export type Wishes = { pause: number; unsubscribe: number; resume: number };

/** Each at most one wish, and each address too: which of two comes first would decide. */
export async function wish(year: Year, { pause, unsubscribe: leave, resume }: Wishes): Promise<void> {
  const { random, model } = year;
  const now = nowOf(year);
  const all = knownLearners(year);
  const stopped = all.filter((learner) => learner.pausedThrough >= year.ses.week || isUnsubscribed(learner));
  const wishes = [
    ...random.share(stopped, resume).map((learner) => ({ what: 'resume' as const, learner, weeks: 0 })),
    ...random.share(all, leave).map((learner) => ({ what: 'unsubscribe' as const, learner, weeks: 0 })),
    ...random.share(all, pause).map((learner) => ({ what: 'pause' as const, learner, weeks: someWeeks(year) })),
  ];
  const taken = new Set<string>();
  const alone = wishes.filter(({ learner }) => {
    const keys = [learner.id, learner.known?.key ?? learner.id];
    const isFree = keys.every((key) => !taken.has(key));
    for (const key of keys) taken.add(key);
    return isFree;
  });
  const [pauses, others] = [alone.filter(isPause), alone.filter((one) => !isPause(one))];
  await inParallel(pauses, 20, (one) => act(year, one));
  // One after the other: the emulator lets transactions that look an address up wait for each other by the second.
  for (const one of others) await act(year, one);
  for (const { what, learner, weeks } of alone) {
    count(year, what);
    if (what === 'pause') tellModel.pause(learner, weeks, now);
    else if (what === 'resume') tellModel.resume(model, learner);
    else tellModel.unsubscribe(model, learner, now);
  }
}

const isPause = ({ what }: Wish) => what === 'pause';

function someWeeks({ random }: Year): number {
  return random.chance(0.05) ? 26 : 1 + random.below(4);
}

type Wish = { what: 'pause' | 'resume' | 'unsubscribe'; learner: YearLearner; weeks: number };

async function act({ api }: Year, { what, learner, weeks }: Wish): Promise<void> {
  if (what === 'pause') await pauseMail(api, { learnerId: learner.id, weeks });
  else if (what === 'resume') await resumeMail(api, learner.id);
  else await unsubscribe(api, learner.id);
}

/** Of mails of this week that nothing was told of yet. */
export async function tellSome(year: Year, told: Told, mails: number): Promise<void> {
  const alive = mailedThisWeek(year).filter(({ posted }) => !year.ses.deadAddresses.has(posted.to.toLowerCase()));
  for (const mail of year.random.some(alive, mails)) {
    // Another of them may have had the same address.
    if (!year.ses.deadAddresses.has(mail.posted.to.toLowerCase())) await tellEvent(year, told, mail);
  }
}
