// Is everything that is stored of learners what the model comes to?
import type { Learner } from '../../functions/learners/learner.ts';
import { streak } from '../../functions/learners/streak.ts';
import { answeredAt, modelOutcome, modelStanding, modelStreak } from '../assignments/reference-model.ts';
import { count, type Year } from './year.ts';
import { shares, suppressedBy, type YearLearner } from './year-model.ts';
import { yearWeeks } from './year-weeks.ts';

/** A fifth of Firestore's limit of 1 MiB a document. */
const learnerBytesMax = 200_000;

export async function checkLearners(year: Year): Promise<void> {
  const { house, model, wrong } = year;
  const stored = new Map((await house.stores.learners.pageAfter('', 5_000)).map(({ id, learner }) => [id, learner]));
  const known = model.learners.filter((learner) => learner.known !== null);
  if (stored.size !== known.length) wrong.push(`${stored.size} learners are stored, not ${known.length}`);
  for (const learner of known) {
    const found = stored.get(learner.id);
    const faults = found
      ? [...weekFaults(year, learner, found), ...partFaults(year, learner, found)]
      : ['is not there'];
    for (const fault of faults) wrong.push(`${learner.id} ${fault}`);
  }
}

function partFaults({ model }: Year, learner: YearLearner, found: Learner): string[] {
  const { known, entitled, unsubscribedAt, firstAt, placedOn } = learner;
  const { customer, mail } = found;
  const wanted = {
    ...{ entitled, key: known?.key, consent: known?.consent, placedOn, firstAt, unsubscribedAt },
    ...{ ...modelStanding(learner), streak: modelStreak(learner) },
    ...{ suppressed: suppressedBy(model, learner), shares: shares(model, learner) },
  };
  const got: typeof wanted = {
    ...{ entitled: customer.entitled, key: customer.addressKey, consent: customer.consent },
    ...{ placedOn: found.placement?.levelId ?? null, firstAt: found.firstSubmittedAt?.getTime() ?? null },
    unsubscribedAt: mail.unsubscribedAt?.getTime() ?? null,
    ...{ levelId: found.levelId, passes: found.passes, streak: streak(found.weeks) },
    ...{ suppressed: mail.suppressed?.reason ?? null, shares: customer.sharesAddress },
  };
  const isLarge = JSON.stringify(found).length > learnerBytesMax;
  return [...differences(got, wanted), ...(isLarge ? ['is too large a document'] : [])];
}

function differences<Parts extends object>(got: Parts, wanted: Parts): string[] {
  return (Object.keys(wanted) as (keyof Parts & string)[]).flatMap((name) =>
    got[name] === wanted[name] ? [] : [`has ${name} ${String(got[name])}, not ${String(wanted[name])}`],
  );
}

function weekFaults(year: Year, learner: YearLearner, { weeks }: Learner): string[] {
  const had = Object.values(weeks).flatMap(({ challengeId }) => challengeId ?? []);
  const faults = new Set(had).size === had.length ? [] : ['was given a task twice'];
  if (Object.keys(weeks).length !== learner.weeks.length) faults.push(`has ${Object.keys(weeks).length} weeks`);
  for (const week of learner.weeks) {
    const found = weeks[week.week];
    if (found === undefined) {
      faults.push(`was not given ${week.week}`);
      continue;
    }
    const releasedAt = found.releasedAt.getTime();
    if (Number.isNaN(week.releasedAt)) {
      if (!isReleaseOf(year, learner.id, releasedAt)) faults.push(`was given ${week.week} at ${releasedAt}`);
      week.releasedAt = releasedAt;
    }
    const wanted = {
      task: week.task?.id,
      outcome: modelOutcome(week),
      at: answeredAt(week),
      releasedAt: week.releasedAt,
    };
    const got = {
      task: found.challengeId ?? undefined,
      outcome: found.outcome,
      at: found.answeredAt?.getTime() ?? null,
      releasedAt,
    };
    faults.push(...differences<typeof wanted>(got, wanted).map((fault) => `${week.week} ${fault}`));
  }
  if (learner.weeks.some((week) => modelOutcome(week) === 'FAILED')) count(year, 'failed five times');
  return faults;
}

/** After the mail was due, and no later than it left first. */
function isReleaseOf({ ses }: Year, learnerId: string, releasedAt: number): boolean {
  const dueAt = yearWeeks[ses.week]?.dueAt ?? 0;
  return releasedAt >= dueAt && releasedAt <= (ses.tried.get(learnerId) ?? 0);
}
