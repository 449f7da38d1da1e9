// What a week's run owes its learners, whatever happened to it: each promise that was broken, as a sentence.

import { parseDocument } from '../../functions/firestore.ts';
import { type Batch, batchSchema, type Outcome } from '../../functions/weekly-run/batch.ts';
import type { House } from './a-house.ts';

export type Promised = {
  week: string;
  /** Who has to be planned. */
  learnerIds: string[];
  endsAs: 'done' | 'failed';
  /** Whether an operator booked as failed what nobody knew: then a mail may have come all the same. */
  booked?: boolean;
};

/**
 * Empty where all holds: nobody planned is lost, nobody has two accepted mails, what the books say is what Amazon SES
 * did, and the run came to its end. Counted from the documents and from the mails, not by the code under test.
 */
export async function brokenPromises(house: House, promised: Promised): Promise<string[]> {
  const { week, learnerIds, endsAs, booked = false } = promised;
  const run = await house.stores.runs.get(week);
  if (run === null) return ['there is no run'];
  const found = await house.db.collection('weeklyRuns').doc(week).collection('batches').get();
  const batches = found.docs.map((snapshot) => parseDocument(batchSchema, snapshot));
  const planned = batches.flatMap(({ mails }) => mails.map(({ learnerId }) => learnerId));
  const weeks = await weeksOf(house, week);
  const broken = [
    ...learnerIds.filter((id) => !planned.includes(id)).map((id) => `${id} was never planned`),
    ...planned.filter((id, at) => planned.indexOf(id) !== at).map((id) => `${id} was planned twice`),
    ...batches.flatMap((batch) => bookingFaults(batch, { house, week, booked, ended: run.state === 'done', weeks })),
    ...house.mailer.sent
      .filter(({ tags }) => tags.run === week && !planned.some((id) => tags.assignment === `${week}_${id}`))
      .map(({ tags }) => `${tags.assignment} was mailed and never planned`),
  ];
  if (run.state !== endsAs) broken.push(`the run ended as ${run.state}: ${run.reason}`);
  return broken;
}

type Seen = { house: House; week: string; booked: boolean; ended: boolean; weeks: ReadonlySet<string> };

function bookingFaults(batch: Batch, { house, week, booked, ended, weeks }: Seen): string[] {
  const strangers = Object.keys(batch.outcomes).filter((id) => !batch.mails.some(({ learnerId }) => learnerId === id));
  return [
    ...strangers.map((id) => `${id} has an outcome and was never planned`),
    ...batch.mails.flatMap(({ learnerId }) => {
      const outcome = batch.outcomes[learnerId];
      const mails = house.mailer.sent.filter(({ tags }) => tags.assignment === `${week}_${learnerId}`).length;
      const faults: string[] = [];
      if (mails > 1) faults.push(`${learnerId} was mailed ${mails} times`);
      if (!agrees(outcome, mails, booked))
        faults.push(`${learnerId} got ${mails} mails and is booked as ${spoken(outcome)}`);
      if (mails > 0 && !weeks.has(learnerId)) faults.push(`${learnerId} was mailed and does not have the week`);
      if (ended && (outcome === undefined || outcome.state === 'unknown')) {
        faults.push(`${learnerId} is ${spoken(outcome)} in a run that is done`);
      }
      return faults;
    }),
  ];
}

function agrees(outcome: Outcome | undefined, mails: number, booked: boolean): boolean {
  if (outcome?.state === 'unknown') return true;
  if (booked && outcome?.state === 'failed' && outcome.code === 'OUTCOME_UNKNOWN') return true;
  return outcome?.state === 'accepted' ? mails > 0 : mails === 0;
}

function spoken(outcome: Outcome | undefined): string {
  return outcome === undefined ? 'pending' : outcome.state;
}

/** Who has something of this week. */
async function weeksOf(house: House, week: string): Promise<Set<string>> {
  const learners = await house.db.collection('learners').get();
  return new Set(learners.docs.filter((snapshot) => snapshot.get(`weeks.${week}`) !== undefined).map(({ id }) => id));
}
