// How a learner can stand with a challenge.
import type { Assignment, Learner } from '../../../web/page-state.ts';
import { answer, home, ofKind, passed, withCurrent } from './at-home.ts';
import { aLearnerSeen, anAssignment, aSubmission } from './page-data.ts';
import type { State } from './page-states.ts';
import type { Reply } from './scripted-page.ts';

const taken = (assignment: Assignment, learner: Partial<Learner> = {}, leveledUp = false): Reply => {
  const { level, progress, streakWeeks, mayAnswerQuestionnaire } = aLearnerSeen(learner);
  const submitAnswer = { __typename: 'SubmitAnswerSuccess', assignment, leveledUp };
  return {
    data: { submitAnswer: { ...submitAnswer, learner: { level, progress, streakWeeks, mayAnswerQuestionnaire } } },
  };
};
const notYet = anAssignment({ attemptsLeft: 4, nextAttemptAt: '2026-11-25T09:04:32Z', submissions: [aSubmission()] });
const longAnswer = 'I drew nine dots and counted the lines between them, one dot after the other. '.repeat(8);
const review = (changes: Partial<Assignment>) => anAssignment({ ...changes, challenge: { answerKind: 'REVIEW' } });

export const resultStates: State[] = [
  {
    name: 'result-not-yet',
    script: home(aLearnerSeen(), { SubmitAnswer: taken(notYet) }),
    act: answer('72'),
    shows: 'Not yet',
  },
  {
    name: 'result-passed',
    script: home(aLearnerSeen(), { SubmitAnswer: taken(passed, { streakWeeks: 2 }) }),
    act: answer('36'),
    shows: 'Passed 2 weeks in a row.',
  },
  {
    name: 'result-level-up',
    script: home(aLearnerSeen({ progress: { passed: 2, needed: 3, nextLevel: { name: 'Careful' } } }), {
      SubmitAnswer: taken(
        passed,
        {
          level: { id: 'careful', name: 'Careful' },
          progress: { passed: 0, needed: 4, nextLevel: { name: 'Keen' } },
          streakWeeks: 3,
        },
        true,
      ),
    }),
    act: answer('36'),
    shows: 'You are on Careful now',
  },
  { name: 'not-yet-counting', script: withCurrent(notYet), shows: '4:32' },
  {
    name: 'not-yet-last-attempt',
    script: withCurrent(
      anAssignment({
        attemptsLeft: 1,
        submissions: ['81', '72', '18', '40'].map((text, index) => aSubmission({ id: String(index), answer: text })),
      }),
    ),
    shows: 'One attempt is left',
  },
  {
    name: 'exhausted',
    script: withCurrent(
      anAssignment({
        ...{ outcome: 'FAILED', attemptsLeft: 0 },
        submissions: ['81', '72', '18', '40', '9'].map((text, index) =>
          aSubmission({ id: String(index), answer: text }),
        ),
      }),
    ),
    shows: 'No attempts left',
  },
  {
    name: 'waiting-for-review',
    script: withCurrent(
      review({
        outcome: 'PENDING_REVIEW',
        attemptsLeft: 4,
        submissions: [aSubmission({ answer: longAnswer, mark: 'PENDING_REVIEW' })],
      }),
    ),
    shows: 'A person reads your answer.',
  },
  {
    name: 'reviewed-not-yet',
    script: withCurrent(
      review({
        attemptsLeft: 4,
        submissions: [aSubmission({ answer: longAnswer, note: 'A lovely start. What happens with ten people?' })],
      }),
    ),
    shows: 'A note from your reviewer',
  },
  {
    name: 'reviewed-passed',
    script: withCurrent(
      review({
        outcome: 'PASSED',
        attemptsLeft: 4,
        submissions: [aSubmission({ answer: 'Nine times eight, halved.', mark: 'PASSED', note: 'Clear and short.' })],
      }),
    ),
    shows: 'Clear and short.',
  },
  {
    name: 'passed-choice',
    script: withCurrent({ ...passed, challenge: ofKind('CHOICE').challenge }),
    shows: 'All four cards',
  },
];
