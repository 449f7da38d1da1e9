// What the year must come to, said once more and as plainly as can be: no rule of the product is used here.
import { type Model, modelStanding, rungs, type Task } from '../assignments/reference-model.ts';
import type { FakeShopCustomer } from '../kit/fake-shop.ts';
import { yearWeeks } from './year-weeks.ts';

export type YearLearner = Model & {
  id: string;
  /** The shop's own row, as it is now. */
  row: FakeShopCustomer;
  /** What the last walk over the shop brought, with the address in small letters; null before the first. */
  known: { key: string | null; consent: string; consentAt: number } | null;
  /** The last week that a pause skips; -1 where nothing pauses. */
  pausedThrough: number;
  unsubscribedAt: number | null;
  /** Ids of the tasks that came by mail, one for each mail. */
  mailedTasks: string[];
};

export type Reason = 'UNSUBSCRIBED' | 'BOUNCE' | 'COMPLAINT';

export type YearModel = {
  learners: YearLearner[];
  /** What is published, in the order in which it is given. */
  tasks: Task[];
  /** What is known of an address, by the address in small letters. */
  addresses: Map<string, { reason: Reason; since: number }>;
  /** Who has an address since the last walk, by number. */
  sharers: Map<string | null, YearLearner[]>;
  /** By week: mails that SES accepted, and those of them that were reported as spam. */
  accepted: number[];
  complaints: number[];
};

export type Topic = Task | 'questionnaire';

/** Who has the learner's address, the learner included. */
export function holders({ sharers }: YearModel, learner: YearLearner): YearLearner[] {
  const key = learner.known?.key ?? null;
  return (key === null ? undefined : sharers.get(key)) ?? [learner];
}

/** An unsubscribe falls with consent that is younger. */
export function isUnsubscribed({ known, unsubscribedAt }: YearLearner): boolean {
  if (unsubscribedAt === null || known === null) return false;
  return known.consent !== 'SUBSCRIBED' || known.consentAt <= unsubscribedAt;
}

/** Why nobody may mail the learner in a week; null where they may. */
export function obstacle(model: YearModel, learner: YearLearner, week: number): string | null {
  const { known, entitled, pausedThrough } = learner;
  if (known === null || !entitled) return 'not entitled';
  if (known.key === null || known.consent !== 'SUBSCRIBED') return 'no consent';
  const told = suppressedBy(model, learner);
  if (told !== null) return told;
  if (isUnsubscribed(learner)) return 'unsubscribed';
  if (week <= pausedThrough) return 'paused';
  return shares(model, learner) ? 'shares' : null;
}

/** What SES told of the learner's address, if it keeps everyone who has it from being mailed. */
export function suppressedBy({ addresses }: YearModel, { known }: YearLearner): 'BOUNCE' | 'COMPLAINT' | null {
  const reason = addresses.get(known?.key ?? '')?.reason;
  return reason === undefined || reason === 'UNSUBSCRIBED' ? null : reason;
}

/** An address is the lowest number's of those who could be mailed, else the lowest of all. */
export function shares(model: YearModel, learner: YearLearner): boolean {
  const all = holders(model, learner);
  const owner = all.find(({ entitled, known }) => entitled && known?.consent === 'SUBSCRIBED') ?? all[0];
  return owner !== learner;
}

/** What the learner should get in a week; null where nothing is left for them. */
export function topicOf({ tasks }: YearModel, learner: YearLearner, week: number): Topic | null {
  const given = weekOf(learner, week)?.task;
  if (given) return given;
  const { levelId } = modelStanding(learner);
  const asked = learner.weeks.filter((one) => one.task === null && one.week !== yearWeeks[week]?.id).length;
  if (levelId === null && asked < 2) return 'questionnaire';
  return nextTask(tasks, learner, levelId ?? rungs[0]?.id ?? '');
}

export function nextTask(tasks: Task[], { weeks }: YearLearner, levelId: string): Task | null {
  const had = new Set(weeks.map(({ task }) => task?.id));
  return tasks.find((task) => task.levelId === levelId && !had.has(task.id)) ?? null;
}

export function weekOf({ weeks }: YearLearner, week: number) {
  return weeks.findLast((one) => one.week === yearWeeks[week]?.id);
}

/** Everything of a learner who has just come to the shop. */
export function newYearLearner(row: FakeShopCustomer): YearLearner {
  const model: Model = { entitled: false, placedOn: null, firstAt: null, weeks: [] };
  const mail = { known: null, pausedThrough: -1, unsubscribedAt: null, mailedTasks: [] };
  return { ...model, ...mail, id: `shopify-${row.number}`, row };
}
