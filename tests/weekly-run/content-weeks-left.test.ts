import { expect, test } from 'vitest';
import { contentWeeksLeft, fewestWeeks } from '../../functions/weekly-run/content-weeks-left.ts';
import type { MailDecision } from '../../functions/weekly-run/plan-mail.ts';
import { aLadder } from '../kit/a-ladder.ts';
import { aLearner } from '../kit/a-learner.ts';
import { aWeek } from '../kit/a-week.ts';

const next = (challengeId: string): MailDecision => ({ decision: 'CHALLENGE', code: 'NEXT_CHALLENGE', challengeId });
const nobody = (code: 'CONTENT_EXHAUSTED' | 'PAUSED'): MailDecision => ({
  decision: 'NOBODY',
  code,
  challengeId: null,
});

test('what the learner’s level still holds after this week’s challenge is a week each', () => {
  expect(contentWeeksLeft(aLadder(), aLearner(), next('number'))).toBe(4);
  const learner = aLearner({ weeks: { '2026-W47': aWeek('text'), '2026-W46': aWeek('keen-number') } });
  expect(contentWeeksLeft(aLadder(), learner, next('number'))).toBe(3);
});

test('this week’s challenge counts once, also where the learner has it already', () => {
  const learner = aLearner({ weeks: { '2026-W48': aWeek('number') } });
  expect(contentWeeksLeft(aLadder(), learner, next('number'))).toBe(4);
});

test('what is archived, not published or of another level is no content', () => {
  const ladder = aLadder({ text: { archivedAt: new Date('2026-11-01') }, choice: { publishedAt: null } });
  expect(contentWeeksLeft(ladder, aLearner(), next('number'))).toBe(2);
  expect(contentWeeksLeft(ladder, aLearner({ levelId: 'sharp' }), next('sharp-number'))).toBe(0);
});

test('who has had everything has none left, and who gets no challenge for another reason is not counted', () => {
  expect(contentWeeksLeft(aLadder(), aLearner(), nobody('CONTENT_EXHAUSTED'))).toBe(0);
  expect(contentWeeksLeft(aLadder(), aLearner(), nobody('PAUSED'))).toBeNull();
});

test('who was never placed has what is left of the level that they were given', () => {
  const overdue: MailDecision = { decision: 'CHALLENGE', code: 'PLACEMENT_OVERDUE', challengeId: 'number' };
  expect(contentWeeksLeft(aLadder(), aLearner({ levelId: null }), overdue)).toBe(4);
});

test('of two the fewer counts, and none is nobody', () => {
  expect([fewestWeeks(null, null), fewestWeeks(null, 2), fewestWeeks(2, null), fewestWeeks(4, 2)]).toEqual([
    null,
    2,
    2,
    2,
  ]);
});
