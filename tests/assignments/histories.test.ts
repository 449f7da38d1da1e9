import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLearner } from '../../functions/assignments/read-learner.ts';
import { streak } from '../../functions/learners/streak.ts';
import { someHistory } from './history-steps.ts';
import { learnerId, newPlay, type Play } from './new-play.ts';
import { type Played, playStep } from './play-history.ts';
import { answeredAt, type Model, modelOutcome, modelStanding, modelStreak, rungs } from './reference-model.ts';

const waitMinutes = [1, 5, 15, 60];
const stateOf = ({ memory }: Play) => structuredClone({ learners: memory.learners, assignments: memory.assignments });
type State = ReturnType<typeof stateOf>;

/** As `toEqual`, and quick where there is nothing to tell: this is asked some million times. */
function expectSame(got: unknown, wanted: unknown, what: string): void {
  if (!isDeepStrictEqual(got, wanted)) expect(got, what).toEqual(wanted);
}

/** All that is stored is what the model comes to. */
function expectStored({ learners, assignments }: State, model: Model): void {
  const date = (at: number | null) => (at === null ? null : new Date(at));
  const learner = learners.get(learnerId);
  const weeks = model.weeks.map((week) => [
    week.week,
    {
      challengeId: week.task?.id ?? null,
      releasedAt: new Date(week.releasedAt),
      outcome: modelOutcome(week),
      answeredAt: date(answeredAt(week)),
    },
  ]);
  const { levelId, passes, firstSubmittedAt } = learner ?? {};
  const standing = { ...modelStanding(model), firstSubmittedAt: date(model.firstAt) };
  expectSame({ levelId, passes, firstSubmittedAt }, standing, 'level and passes');
  expectSame(learner?.weeks, Object.fromEntries(weeks), 'weeks');
  const answered = model.weeks.filter(({ answers }) => answers.length > 0);
  expectSame(assignments.size, answered.length, 'answered weeks');
  for (const week of answered) {
    const record = assignments.get(`${week.week}_${learnerId}`);
    const { outcome, challengeId, toReviewSince } = record ?? {};
    const waiting = week.answers.find(({ mark }) => mark === 'PENDING_REVIEW');
    const wanted = {
      outcome: modelOutcome(week),
      challengeId: week.task?.id,
      toReviewSince: date(waiting?.at ?? null),
    };
    expectSame({ outcome, challengeId, toReviewSince }, wanted, week.week);
    const submissions = record?.submissions.map(({ id, mark, answer, leveledUp, submittedAt }) => ({
      ...{ id, mark, answer, leveledUp },
      at: submittedAt.getTime(),
    }));
    const given = week.answers.map(({ key: _key, ...rest }) => rest);
    expectSame(submissions, given, week.week);
  }
}

/** What holds of every state, whatever led to it. */
function expectSound({ learners, assignments }: State): void {
  const weeks = learners.get(learnerId)?.weeks ?? {};
  for (const { submissions, outcome, week } of assignments.values()) {
    expectSame(submissions.length <= 5, true, 'at most five answers');
    for (const [at, { submittedAt, mark }] of submissions.entries()) {
      const next = submissions[at + 1];
      if (next === undefined) continue;
      const waited = next.submittedAt.getTime() - submittedAt.getTime();
      expectSame(waited >= (waitMinutes[at] ?? 0) * 60_000, true, 'cool-down');
      expectSame(mark, 'FAILED', 'an answer that another one follows');
    }
    expectSame(weeks[week]?.outcome, outcome, 'outcome in both documents');
  }
  const had = Object.values(weeks).flatMap(({ challengeId }) => challengeId ?? []);
  expectSame(new Set(had).size, had.length, 'no challenge twice');
}

/** What holds between a state and the next. */
function expectStep(before: State, after: State, { changes }: Played): void {
  if (!changes) expectSame(after, before, 'nothing changes');
  for (const [id, { submissions }] of before.assignments) {
    for (const [at, submission] of submissions.entries()) {
      const now = after.assignments.get(id)?.submissions[at];
      const { mark, note, leveledUp } = now ?? {};
      const kept = submission.mark === 'PENDING_REVIEW' ? { ...submission, mark, note, leveledUp } : submission;
      expectSame(now, kept, 'marks never change once given');
    }
  }
  const [was, is] = [before, after].map(({ learners }) => learners.get(learnerId));
  const rung = (levelId: string | null | undefined) => rungs.findIndex(({ id }) => id === levelId);
  if (was?.firstSubmittedAt != null) expectSame(rung(is?.levelId) >= rung(was.levelId), true, 'never down');
  for (const [week, { challengeId }] of Object.entries(was?.weeks ?? {}))
    if (challengeId !== null) expectSame(is?.weeks[week]?.challengeId, challengeId, 'a challenge is kept');
}

test('in 500 random histories every invariant holds after each step, and the stored is what a recount gives', async () => {
  const seen = new Map<string, number>();
  const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
  await fc.assert(
    fc.asyncProperty(someHistory, async (steps) => {
      const play = newPlay();
      for (const step of steps) {
        const before = stateOf(play);
        const written = play.memory.written.length;
        const played = await playStep(play, step);
        expectSame(played.got, played.wanted, step.kind);
        if (!played.changes) expectSame(play.memory.written.length, written, 'nothing is written');
        const after = stateOf(play);
        expectStored(after, play.model);
        expectSound(after);
        expectStep(before, after, played);
        expectSame(streak(play.learner().weeks), modelStreak(play.model), 'streak');
        if (typeof played.got === 'string') count(played.got);
        if (step.kind === 'review' && Object(played.got).leveledUp === true) count('a review that climbs');
      }
      expect(await readLearner(play.services, learnerId)).toMatchObject(modelStanding(play.model));
      count(`${modelStanding(play.model).levelId}`);
      if (modelStreak(play.model) > 2) count('streak');
      if (play.model.weeks.some((week) => modelOutcome(week) === 'FAILED')) count('five failed');
    }),
    { numRuns: 500 },
  );
  // The histories are worth something: all of this happened.
  for (const what of [
    ...['sharp', 'keen', 'curious', 'null', 'streak', 'a review that climbs', 'five failed'],
    ...['ALREADY_STARTED', 'BAD_USER_INPUT', 'NOT_FOUND', 'NotAssignedError', 'NotEntitledError', 'AlreadyPassedError'],
    ...['AttemptsExhaustedError', 'TooSoonError', 'InvalidAnswerError', 'IdempotencyConflictError'],
  ]) {
    expect(seen.get(what) ?? 0, what).toBeGreaterThan(0);
  }
}, 120_000);
