// What learners' wishes and events of SES change in the model of the year.
import { holders, isUnsubscribed, type Reason, type YearLearner, type YearModel } from './year-model.ts';
import { weekAt, yearWeeks } from './year-weeks.ts';

const ranks: Record<Reason, number> = { UNSUBSCRIBED: 0, BOUNCE: 1, COMPLAINT: 2 };

export const tellModel = {
  /** Skips the next so many mails that are not due yet. */
  pause(learner: YearLearner, weeks: number, now: number): void {
    const present = weekAt(now);
    const firstSkipped = now < (yearWeeks[present]?.dueAt ?? 0) ? present : present + 1;
    learner.pausedThrough = firstSkipped + weeks - 1;
  },

  /** Holds for everyone who has the address, and for the address. */
  unsubscribe(model: YearModel, learner: YearLearner, now: number): void {
    const still = holders(model, learner).filter((one) => !isUnsubscribed(one));
    for (const one of still) one.unsubscribedAt = now;
    const key = learner.known?.key ?? null;
    const told = key === null ? undefined : model.addresses.get(key);
    if (key === null || (told !== undefined && (told.reason !== 'UNSUBSCRIBED' || still.length === 0))) return;
    model.addresses.set(key, { reason: 'UNSUBSCRIBED', since: now });
  },

  /** Ends the pause and takes back the unsubscribe, never what SES told. */
  resume(model: YearModel, learner: YearLearner): void {
    learner.pausedThrough = -1;
    for (const one of holders(model, learner)) one.unsubscribedAt = null;
    const key = learner.known?.key ?? null;
    if (key !== null && model.addresses.get(key)?.reason === 'UNSUBSCRIBED') model.addresses.delete(key);
  },

  /** The harder reason stands. */
  suppress({ addresses }: YearModel, told: { address: string; reason: 'BOUNCE' | 'COMPLAINT'; at: number }): void {
    const key = told.address.toLowerCase();
    const known = addresses.get(key);
    if (known !== undefined && ranks[known.reason] >= ranks[told.reason]) return;
    addresses.set(key, { reason: told.reason, since: told.at });
  },
};
