// Plays a history: each step goes through the use cases, and into the reference model.
import { answerQuestionnaire } from '../../functions/assignments/answer-questionnaire.ts';
import { reviewSubmission } from '../../functions/assignments/review-submission.ts';
import { submitAnswer } from '../../functions/assignments/submit-answer.ts';
import { AppError } from '../../functions/errors.ts';
import { addWeeks, instantOfWeek, weekOf } from '../../functions/week.ts';
import { planMail } from '../../functions/weekly-run/plan-mail.ts';
import type { Step } from './history-steps.ts';
import { learnerId, type Play } from './new-play.ts';
import {
  expectedOf,
  type Given,
  type ModelWeek,
  modelStanding,
  nextTask,
  rungs,
  type Task,
  tasks,
} from './reference-model.ts';

const zone = 'Europe/Berlin';

/** What a step came to, and what it had to. `changes`: whether anything may be different afterwards. */
export type Played = { got: unknown; wanted: unknown; changes: boolean };

export async function playStep(play: Play, step: Step): Promise<Played> {
  // No two things happen at the same instant.
  play.clock.advance(1);
  switch (step.kind) {
    case 'wait':
      play.clock.advance(step.minutes * 60_000);
      return { got: null, wanted: null, changes: false };
    case 'release':
      return release(play, step.paused);
    case 'place':
      return place(play, rungs[step.rung]?.id ?? '');
    case 'submit':
      return submit(play, fromEnd(given(play), step.target), step.quality);
    case 'submitForeign':
      return submit(play, undefined, 'right');
    case 'repeat':
      return repeat(play, step);
    case 'review':
      return review(play, step);
    case 'reviewAgain':
      return reviewAgain(play, step.pick);
    case 'entitle': {
      const { customer, ...rest } = play.learner();
      play.memory.learners.set(learnerId, { ...rest, customer: { ...customer, entitled: step.entitled } });
      play.model.entitled = step.entitled;
      return { got: null, wanted: null, changes: true };
    }
  }
}

type TaskWeek = ModelWeek & { task: Task };
const given = ({ model }: Play) => model.weeks.filter((week): week is TaskWeek => week.task !== null);
const fromEnd = <Item>(items: Item[], back: number) => items[items.length - 1 - (back % Math.max(1, items.length))];
const nowOf = ({ clock }: Play) => clock.now().getTime();
const codeOf = (error: unknown) => {
  if (error instanceof AppError) return error.code;
  throw error;
};

/** The present week's mail, or the next one's where this week's went out: as planned by the weekly run. */
async function release({ clock, learner, memory, model }: Play, paused: boolean): Promise<Played> {
  const present = weekOf(clock.now(), zone);
  const week = model.weeks.some((one) => one.week === present) ? addWeeks(present, 1) : present;
  const due = instantOfWeek(week, zone, { weekday: 1, hour: 9 });
  if (due > clock.now()) clock.set(due.toISOString());
  const { decision, challengeId } = planMail(learner(), memory.catalogue, { week, due });
  if (paused || decision === 'NOBODY') return { got: null, wanted: null, changes: false };
  const releasedAt = clock.now();
  const learnerWeek = { challengeId, releasedAt, outcome: 'OPEN' as const, answeredAt: null };
  memory.learners.set(learnerId, { ...learner(), weeks: { ...learner().weeks, [week]: learnerWeek } });
  const task = tasks.find(({ id }) => id === challengeId) ?? null;
  model.weeks.push({ week, task, releasedAt: releasedAt.getTime(), answers: [] });
  return { got: task !== null, wanted: decision === 'CHALLENGE', changes: true };
}

async function place(play: Play, levelId: string): Promise<Played> {
  const { model, services } = play;
  const got = await answerQuestionnaire(services, { learnerId, answers: [{ questionId: 'rung', choiceId: levelId }] })
    .then(({ level, assignment }) => ({
      levelId: level.id,
      week: assignment?.week,
      challengeId: assignment?.challenge.id,
    }))
    .catch(codeOf);
  if (model.placedOn !== null && model.firstAt !== null) return { got, wanted: 'ALREADY_STARTED', changes: false };
  model.placedOn = levelId;
  const standing = modelStanding(model);
  const week = weekOf(play.clock.now(), zone);
  const present = model.weeks.find((one) => one.week === week);
  const task = present?.task ?? (model.entitled ? nextTask(model, standing.levelId) : null);
  if (task !== null && present?.task == null) {
    model.weeks = [
      ...model.weeks.filter((one) => one.week !== week),
      { week, task, releasedAt: nowOf(play), answers: [] },
    ];
  }
  const wanted = { levelId: standing.levelId, week: task === null ? undefined : week, challengeId: task?.id };
  return { got, wanted, changes: true };
}

const answersOf = { right: '8', wrong: '7', invalid: ' ' };

async function submit(play: Play, week: TaskWeek | undefined, quality: keyof typeof answersOf): Promise<Played> {
  const { model, services } = play;
  play.keys += 1;
  const key = `key-${play.keys}`;
  const answer = answersOf[quality];
  const challengeId = week?.task.id ?? nextTask(model, 'sharp')?.id ?? 'none';
  const before = modelStanding(model).levelId;
  const outcome = await submitAnswer(services, { learnerId, challengeId, answer, idempotencyKey: key });
  const got = outcome.kind === 'refused' ? outcome.error : outcome.submission.mark;
  const mark = {
    NUMBER: quality === 'right' ? 'PASSED' : 'FAILED',
    SELF_REPORT: 'PASSED',
    REVIEW: 'PENDING_REVIEW',
  } as const;
  const grade = quality === 'invalid' || week === undefined ? 'invalid' : mark[week.task.kind];
  const wanted = expectedOf(model, week, { grade, now: nowOf(play) });
  if (wanted !== grade || grade === 'invalid' || week === undefined) return { got, wanted, changes: false };
  const id = `${week.week}_${learnerId}_${week.answers.length + 1}`;
  const taken: Given = { id, key, answer, mark: grade, at: nowOf(play), leveledUp: false };
  week.answers.push(taken);
  model.firstAt ??= taken.at;
  taken.leveledUp = modelStanding(model).levelId !== before;
  const leveledUp = outcome.kind === 'submitted' && outcome.submission.leveledUp;
  return { got: { got, leveledUp }, wanted: { got: wanted, leveledUp: taken.leveledUp }, changes: true };
}

async function repeat(play: Play, { pick, sameAnswer }: { pick: number; sameAnswer: boolean }): Promise<Played> {
  const sent = given(play).flatMap(({ task, answers }) => answers.map((one) => ({ ...one, challengeId: task.id })));
  const first = fromEnd(sent, pick);
  if (first === undefined) return { got: null, wanted: null, changes: false };
  const { id, challengeId, key, mark, leveledUp, at } = first;
  const answer = sameAnswer ? first.answer : `${first.answer} or so`;
  const outcome = await submitAnswer(play.services, { learnerId, challengeId, answer, idempotencyKey: key });
  if (outcome.kind === 'refused')
    return { got: outcome.error, wanted: sameAnswer ? id : 'IdempotencyConflictError', changes: false };
  const { submission } = outcome;
  return {
    got: { ...submission, submittedAt: submission.submittedAt.getTime() },
    wanted: expectObject({ id, challengeId, answer, mark, leveledUp, submittedAt: at }, submission),
    changes: false,
  };
}

/** The wanted parts over the others as they are. */
function expectObject(wanted: object, got: object): object {
  return { ...got, ...wanted };
}

async function review(play: Play, { pick, passed }: { pick: number; passed: boolean }): Promise<Played> {
  const waiting = given(play).flatMap(({ answers }) => answers.filter(({ mark }) => mark === 'PENDING_REVIEW'));
  const answered = waiting[pick % Math.max(1, waiting.length)];
  if (answered === undefined) return { got: null, wanted: null, changes: false };
  const before = modelStanding(play.model).levelId;
  const got = await reviewSubmission(play.services, { id: answered.id, passed, note: null }).catch(codeOf);
  answered.mark = passed ? 'PASSED' : 'FAILED';
  answered.leveledUp = modelStanding(play.model).levelId !== before;
  const { mark, leveledUp } = answered;
  return { got, wanted: expectObject({ id: answered.id, mark, leveledUp }, Object(got)), changes: true };
}

/** A review of what is marked already, or of nothing. */
async function reviewAgain(play: Play, pick: number): Promise<Played> {
  const marked = given(play).flatMap(({ answers }) => answers.filter(({ mark }) => mark !== 'PENDING_REVIEW'));
  const id = marked[pick % Math.max(1, marked.length)]?.id;
  const unknown = `2026-W01_${learnerId}_1`;
  const got = await reviewSubmission(play.services, { id: id ?? unknown, passed: true, note: null }).catch(codeOf);
  return { got, wanted: id === undefined ? 'NOT_FOUND' : 'BAD_USER_INPUT', changes: false };
}
