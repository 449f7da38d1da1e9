import { expect, test } from 'vitest';
import { describeStanding } from '../../web/describe-standing.ts';

const level = { id: 'curious', name: 'Curious' };
const nextLevel = { name: 'Careful' };

test('the passes of the present level are counted towards the next', () => {
  const { progress, passes } = describeStanding({
    level,
    progress: { passed: 1, needed: 3, nextLevel },
    streakWeeks: 0,
    mayAnswerQuestionnaire: false,
  });
  expect(progress).toBe('1 of 3 passes on the way to Careful.');
  expect(passes).toEqual({ passed: 1, needed: 3 });
});

test('more passes than are needed, as after an editor lowers the number, are not shown as more', () => {
  expect(
    describeStanding({
      level,
      progress: { passed: 4, needed: 3, nextLevel },
      streakWeeks: 0,
      mayAnswerQuestionnaire: false,
    }).passes,
  ).toEqual({
    passed: 3,
    needed: 3,
  });
});

test('at the top nothing is counted any more', () => {
  const top = describeStanding({
    level,
    progress: { passed: 9, needed: 4, nextLevel: null },
    streakWeeks: 0,
    mayAnswerQuestionnaire: false,
  });
  expect(top.progress).toContain('top of the ladder');
  expect(top.passes).toBeNull();
});

test('who is not placed has no progress', () => {
  expect(
    describeStanding({ level: null, progress: null, streakWeeks: 0, mayAnswerQuestionnaire: false }),
  ).toMatchObject({
    progress: 'Your level is not known yet.',
    passes: null,
  });
});

test.each([
  [0, 'Pass a challenge in its own week, and a streak begins.'],
  [1, 'Passed one week in a row.'],
  [12, 'Passed 12 weeks in a row.'],
])('a streak of %i weeks', (streakWeeks, words) => {
  expect(describeStanding({ level: null, progress: null, streakWeeks, mayAnswerQuestionnaire: false }).streak).toBe(
    words,
  );
});
