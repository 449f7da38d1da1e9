// What learners do on the page: the questionnaire and answers; and what editors do: reviews.
import { answerQuestionnaire } from '../../functions/assignments/answer-questionnaire.ts';
import { reviewSubmission } from '../../functions/assignments/review-submission.ts';
import { type SubmissionOutcome, submitAnswer } from '../../functions/assignments/submit-answer.ts';
import { AppError } from '../../functions/errors.ts';
import {
  expectedOf,
  type Mark,
  type ModelWeek,
  modelStanding,
  rungs,
  type Task,
} from '../assignments/reference-model.ts';
import { inParallel } from '../kit/in-parallel.ts';
import { count, knownLearners, nowOf, type Year } from './year.ts';
import { nextTask, weekOf, type YearLearner } from './year-model.ts';
import { weekAt, yearWeeks } from './year-weeks.ts';

/** So large a share of those who were never placed answers the questionnaire; also few who may not any more. */
export async function answerQuestionnaires(year: Year, probability: number): Promise<void> {
  const { random, model, wrong, api } = year;
  const now = nowOf(year);
  const known = knownLearners(year);
  const unplaced = known.filter(({ placedOn }) => placedOn === null);
  const some = [...random.share(unplaced, probability), ...random.some(known, 1)];
  const answers = [...new Set(some)].map((learner) => ({ learner, levelId: someLevel(year) }));
  const got = await inParallel(answers, 20, async ({ learner, levelId }) => {
    const answer = { learnerId: learner.id, answers: [{ questionId: 'rung', choiceId: levelId }] };
    return answerQuestionnaire(api, answer).then(
      ({ level, assignment }) => `${level.id} ${assignment?.challenge.id}`,
      codeOf,
    );
  });
  for (const [at, { learner, levelId }] of answers.entries()) {
    const wanted = placed(model.tasks, learner, { levelId, now });
    count(year, wanted === 'ALREADY_STARTED' ? wanted : 'placed');
    if (got[at] !== wanted) wrong.push(`${learner.id} is placed: ${got[at]}, not ${wanted}`);
  }
}

function someLevel({ random }: Year): string {
  return rungs[random.chance(0.6) ? 0 : random.chance(0.7) ? 1 : 2]?.id ?? '';
}

/** The model's placement: gives the week's challenge too where the week brought none. */
function placed(tasks: Task[], learner: YearLearner, { levelId, now }: { levelId: string; now: number }): string {
  if (learner.placedOn !== null && learner.firstAt !== null) return 'ALREADY_STARTED';
  learner.placedOn = levelId;
  const reached = modelStanding(learner).levelId ?? '';
  const week = weekAt(now);
  const present = weekOf(learner, week);
  const task = present?.task ?? (learner.entitled ? nextTask(tasks, learner, reached) : null);
  if (task !== null && present?.task == null) {
    const others = learner.weeks.filter((one) => one !== present);
    learner.weeks = [...others, { week: yearWeeks[week]?.id ?? '', task, releasedAt: now, answers: [] }];
  }
  return `${reached} ${task?.id}`;
}

type Try = { learner: YearLearner; week: ModelWeek; task: Task; answer: string; key: string };

/** When the tries of one sitting come, in minutes: some too soon after the one before. */
const roundMinutes = [0, 0.5, 2, 8, 25, 100];

/** So large a share sits down to an open task, and tries until it is done or patience ends. */
export async function answerTasks(year: Year, probability: number): Promise<void> {
  const { random, house } = year;
  const beganAt = nowOf(year);
  let sitting = random.share(knownLearners(year), probability).flatMap((learner) => someTask(year, learner));
  for (const minutes of roundMinutes) {
    if (sitting.length === 0) return;
    house.clock.set(new Date(beganAt + minutes * 60_000).toISOString());
    const marks = await answerOnce(year, sitting, `${beganAt}-${minutes}`);
    const again = sitting.filter((_, at) => marks[at] === 'FAILED' || marks[at] === 'TooSoonError');
    sitting = random.share(again, 0.6);
  }
}

type Sitting = Pick<Try, 'learner' | 'week' | 'task'>;

/** Most take the newest, some an old one. */
function someTask({ random }: Year, learner: YearLearner): Sitting[] {
  const given = learner.weeks.filter(({ task }) => task !== null);
  const week = random.chance(0.8) ? given.at(-1) : random.pick(given);
  return week?.task ? [{ learner, week, task: week.task }] : [];
}

async function answerOnce(year: Year, sitting: Sitting[], key: string): Promise<string[]> {
  const { random, wrong, api } = year;
  const tries: Try[] = sitting.map((one) => ({ ...one, key, answer: random.chance(0.65) ? '8' : '7' }));
  const outcomes = await inParallel(tries, 20, ({ learner, task, answer }) =>
    submitAnswer(api, { learnerId: learner.id, challengeId: task.id, answer, idempotencyKey: key.replace('.', '_') }),
  );
  return tries.map((one, at) => {
    const wanted = taken(one, nowOf(year));
    const got = outcomes[at] && markOf(outcomes[at]);
    count(year, wanted);
    if (got !== wanted) wrong.push(`${one.learner.id} answers ${one.task.id}: ${got}, not ${wanted}`);
    return wanted;
  });
}

const markOf = (outcome: SubmissionOutcome) => (outcome.kind === 'refused' ? outcome.error : outcome.submission.mark);

/** The model's mark, or the name of its refusal. */
function taken({ learner, week, task, answer, key }: Try, now: number): Mark | string {
  const marks = {
    NUMBER: answer === '8' ? 'PASSED' : 'FAILED',
    SELF_REPORT: 'PASSED',
    REVIEW: 'PENDING_REVIEW',
  } as const;
  const mark = marks[task.kind];
  const wanted = expectedOf(learner, week, { grade: mark, now });
  if (wanted !== mark) return wanted;
  const id = `${week.week}_${learner.id}_${week.answers.length + 1}`;
  week.answers.push({ id, key, answer, mark, at: now, leveledUp: false });
  learner.firstAt ??= now;
  return mark;
}

/** Some of what waits for an editor. */
export async function review(year: Year, submissions: number): Promise<void> {
  const { random, api } = year;
  const waiting = knownLearners(year).flatMap(({ weeks }) =>
    weeks.flatMap(({ answers }) => answers.filter(({ mark }) => mark === 'PENDING_REVIEW')),
  );
  const reviews = random.some(waiting, submissions).map((answer) => ({ answer, passed: random.chance(0.7) }));
  await inParallel(reviews, 20, ({ answer, passed }) => reviewSubmission(api, { id: answer.id, passed, note: null }));
  for (const { answer, passed } of reviews) {
    answer.mark = passed ? 'PASSED' : 'FAILED';
    count(year, 'review');
  }
}

function codeOf(error: unknown): string {
  if (error instanceof AppError) return error.code;
  throw error;
}
