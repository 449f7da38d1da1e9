// After a week's run: do its books balance, and did exactly those get a mail who should?
import { isDeepStrictEqual } from 'node:util';
import type { Outcome } from '../../functions/weekly-run/batch.ts';
import { count, type Year } from './year.ts';
import { obstacle, weekOf, type YearLearner } from './year-model.ts';
import { yearWeeks } from './year-weeks.ts';

/** Says what is wrong; keeps how many were accepted for the weeks to come. */
export async function checkRun(year: Year): Promise<void> {
  const { house, ses, model, wrong } = year;
  const { id = '', dueAt } = yearWeeks[ses.week] ?? {};
  const run = await house.stores.runs.get(id);
  const batches = await house.stores.batches.all(id);
  const outcomes = new Map(batches.flatMap(({ batch }) => Object.entries(batch.outcomes)));
  const mails = batches.flatMap(({ batch }) => batch.mails.map(({ learnerId }) => learnerId));
  if (run?.state !== 'done') wrong.push(`the run is ${run?.state}`);
  if (run?.scheduledAt.getTime() !== dueAt) wrong.push(`it was due at ${run?.scheduledAt.toISOString()}`);
  if (new Set(mails).size !== mails.length) wrong.push('somebody is planned twice');
  for (const learnerId of mails) if (!ses.planned.has(learnerId)) wrong.push(`${learnerId} is planned`);
  for (const learner of model.learners) {
    const told = outcomeFault(year, learner, {
      outcome: outcomes.get(learner.id),
      isPlanned: ses.planned.has(learner.id),
    });
    if (told !== null) wrong.push(`${learner.id} ${told}`);
    if (new Set(learner.mailedTasks).size !== learner.mailedTasks.length)
      wrong.push(`${learner.id} was mailed a task twice`);
  }
  for (const learnerId of ses.twice) wrong.push(`${learnerId} got two mails`);
  const accepted = ses.posted.size;
  const counts = { planned: ses.planned.size, accepted, excluded: ses.planned.size - ses.tried.size };
  const wanted = { ...counts, failed: ses.tried.size - accepted, unknown: 0, pending: 0 };
  const got = run?.books?.counts ?? (await house.stores.batches.books(id)).counts;
  if (!isDeepStrictEqual(got, wanted))
    wrong.push(`the books say ${JSON.stringify(got)}, not ${JSON.stringify(wanted)}`);
  if (run?.books === null) wrong.push('the run kept no books');
  model.accepted[ses.week] = ses.posted.size;
}

type Found = { outcome: Outcome | undefined; isPlanned: boolean };

/** What SES has, what it refused, and what the model forbids are all that may have happened to a mail. */
function outcomeFault(year: Year, learner: YearLearner, { outcome, isPlanned }: Found): string | null {
  const { ses, model } = year;
  const posted = ses.posted.get(learner.id);
  if (!isPlanned) return posted === undefined ? null : 'got a mail, and should not';
  const said = outcome === undefined ? 'no outcome' : `${outcome.state} ${'code' in outcome ? outcome.code : ''}`;
  if (posted !== undefined) {
    count(year, 'mail');
    if (weekOf(learner, ses.week)?.task === null) count(year, 'questionnaire');
    return outcome?.state === 'accepted' && outcome.sesId === posted.sesId
      ? null
      : `was mailed, and is booked as ${said}`;
  }
  if (!ses.tried.has(learner.id)) {
    const forbidden = obstacle(model, learner, ses.week);
    if (forbidden === null) return `should have got a mail, and is booked as ${said}`;
    count(year, 'excluded');
    return outcome?.state === 'excluded' ? null : `is not mailed (${forbidden}), and is booked as ${said}`;
  }
  const wanted = ses.faults.refused.has(learner.id) ? 'failed ADDRESS_REFUSED' : 'failed OUTCOME_UNKNOWN';
  const mayFail = ses.faults.refused.has(learner.id) || ses.vanished.includes(learner.id);
  if (mayFail) count(year, wanted);
  return mayFail && said === wanted ? null : `was tried and not mailed, and is booked as ${said}`;
}
