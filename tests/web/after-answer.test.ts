import { expect, test } from 'vitest';
import { afterAnswer } from '../../web/after-answer.ts';
import type { HomeState } from '../../web/page-state.ts';
import { aLearnerSeen, anAssignment, aSubmission, LEVELS } from './kit/page-data.ts';

const learner = aLearnerSeen();
const HOME: HomeState = {
  kind: 'home',
  learner,
  levels: LEVELS,
  assignment: learner.currentAssignment,
  linkRefused: true,
  taken: null,
};
const standing = {
  level: { id: 'careful', name: 'Careful' },
  progress: { passed: 0, needed: 4, nextLevel: { name: 'Keen' } },
  streakWeeks: 2,
  mayAnswerQuestionnaire: false,
};
const passed = (week: string) => ({
  __typename: 'SubmitAnswerSuccess' as const,
  assignment: anAssignment({ week, outcome: 'PASSED', submissions: [aSubmission({ mark: 'PASSED' })] }),
  learner: standing,
  leveledUp: true,
});

test('the challenge, the ladder, the streak and the list of weeks all show what the answer has changed', () => {
  const next = afterAnswer(HOME, passed('2026-W48'));
  expect(next.assignment?.outcome).toBe('PASSED');
  expect(next.learner.currentAssignment?.outcome).toBe('PASSED');
  expect(next.learner).toMatchObject(standing);
  expect(next.learner.assignments.edges.map(({ node }) => node.outcome)).toEqual(['PASSED', 'PASSED', 'FAILED']);
  expect(next.taken).toEqual({ newLevel: 'Careful' });
  expect(next.linkRefused).toBe(false);
});

test('an answer to an old week leaves the newest one as it is', () => {
  const next = afterAnswer(HOME, passed('2026-W46'));
  expect(next.learner.currentAssignment).toEqual(learner.currentAssignment);
  expect(next.learner.assignments.edges.map(({ node }) => node.outcome)).toEqual(['OPEN', 'PASSED', 'PASSED']);
});

test('an answer that moves nobody up names no level', () => {
  expect(afterAnswer(HOME, { ...passed('2026-W48'), leveledUp: false }).taken).toEqual({ newLevel: null });
});
