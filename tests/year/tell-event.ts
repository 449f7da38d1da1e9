// SES tells of a mail: to the house as its event, and to the model.
import { recordEvent } from '../../functions/deliveries/record-event.ts';
import type { SesEvent } from '../../functions/ses-events/ses-event.ts';
import { tellModel } from './tell-model.ts';
import { count, nowOf, type Year } from './year.ts';
import type { YearLearner } from './year-model.ts';
import type { Posted } from './year-ses.ts';
import { yearWeeks } from './year-weeks.ts';

export type Told = 'send' | 'hard bounce' | 'soft bounce' | 'complaint';

/** Of a mail of this week; some events come twice. */
export async function tellEvent(year: Year, told: Told, { learner, posted }: Mailed): Promise<void> {
  const { house, model, ses, random } = year;
  const now = nowOf(year);
  const event = eventOf(told, { learner, posted, week: ses.week, now });
  count(year, told);
  if (told === 'hard bounce' || told === 'complaint') {
    const reason = told === 'complaint' ? 'COMPLAINT' : 'BOUNCE';
    tellModel.suppress(model, { address: posted.to, reason, at: now });
    ses.deadAddresses.add(posted.to.toLowerCase());
  }
  if (told === 'complaint') model.complaints[ses.week] = (model.complaints[ses.week] ?? 0) + 1;
  const times = random.chance(0.2) ? 2 : 1;
  for (let time = 0; time < times; time += 1) await recordEvent(house.services, event);
}

export type Mailed = { learner: YearLearner; posted: Posted };

/** Mails of this week, in the order in which SES took them. */
export function mailedThisWeek({ model, ses }: Year): Mailed[] {
  return model.learners
    .flatMap((learner) => {
      const posted = ses.posted.get(learner.id);
      return posted === undefined ? [] : [{ learner, posted }];
    })
    .sort((a, b) => a.posted.at - b.posted.at);
}

function eventOf(told: Told, { learner, posted, week, now }: Mailed & { week: number; now: number }): SesEvent {
  const { sesId, at, to } = posted;
  const assignmentId = `${yearWeeks[week]?.id}_${learner.id}`;
  const common = { assignmentId, sesId, mailAt: new Date(at), recipients: [to], subType: null, feedbackId: null };
  if (told === 'send') return { ...common, kind: 'send', at: new Date(at) };
  const feedback = { ...common, at: new Date(now), feedbackId: `feedback-${sesId}-${now}` };
  if (told === 'complaint') return { ...feedback, kind: 'complaint' };
  const kind = told === 'hard bounce' ? 'PERMANENT' : 'TRANSIENT';
  return { ...feedback, kind: 'bounce', subType: 'General', bounce: { kind, subType: 'General' } };
}
