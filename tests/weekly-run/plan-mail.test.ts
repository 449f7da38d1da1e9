import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Catalogue } from '../../functions/challenges/catalogue.ts';
import type { Learner } from '../../functions/learners/learner.ts';
import { addWeeks } from '../../functions/week.ts';
import { dueAt } from '../../functions/weekly-run/lateness.ts';
import { planMail } from '../../functions/weekly-run/plan-mail.ts';
import { aChallenge } from '../kit/a-challenge.ts';
import { aLearner } from '../kit/a-learner.ts';
import { aLevel } from '../kit/a-level.ts';

const week = { week: '2026-W48', due: dueAt('2026-W48', 'Europe/Berlin') };
const levels = [aLevel({ id: 'low', order: 1 }), aLevel({ id: 'high', order: 2 })];
const challenges = [1, 2, 3].flatMap((order) =>
  levels.map(({ id }) =>
    aChallenge({ id: `${id}-${order}`, levelId: id, order, publishedAt: new Date(0), archivedAt: null }),
  ),
);
const catalogue: Catalogue = { levels, challenges: new Map(challenges.map((challenge) => [challenge.id, challenge])) };
const given = (challengeId: string | null) => ({
  challengeId,
  releasedAt: new Date(0),
  outcome: 'OPEN' as const,
  answeredAt: null,
});
const codeOf = (learner: Learner | null) => planMail(learner, catalogue, week).code;

describe('nobody', () => {
  test.each<[string, Learner | null]>([
    ['UNREADABLE', null],
    ['NOT_ENTITLED', aLearner({ customer: { entitled: false } })],
    ['NO_ADDRESS', aLearner({ customer: { address: null, addressKey: null, consent: 'NOT_SUBSCRIBED' } })],
    ['NO_CONSENT', aLearner({ customer: { consent: 'PENDING' } })],
    ['SUPPRESSED', aLearner({ mail: { suppressed: { reason: 'BOUNCE', since: new Date(0) } } })],
    ['UNSUBSCRIBED', aLearner({ mail: { unsubscribedAt: new Date('2026-11-01T00:00:00Z') } })],
    ['PAUSED', aLearner({ mail: { pausedUntil: new Date('2026-11-29T23:00:00Z') } })],
    ['SHARES_ADDRESS', aLearner({ customer: { sharesAddress: true } })],
    ['CONTENT_EXHAUSTED', aLearner({ levelId: 'none-left' })],
  ])('gets a mail: %s', (code, learner) => {
    expect(planMail(learner, catalogue, week)).toEqual({ decision: 'NOBODY', code, challengeId: null });
  });
});

test('a pause that ends on the Monday of the week is over when the mail is due', () => {
  expect(codeOf(aLearner({ levelId: 'low', mail: { pausedUntil: new Date('2026-11-22T23:00:00Z') } }))).toBe(
    'NEXT_CHALLENGE',
  );
});

test('a placed learner gets the first challenge of their level that they have not had', () => {
  const learner = aLearner({ levelId: 'high', weeks: { '2026-W46': given('high-1'), '2026-W47': given('high-2') } });
  expect(planMail(learner, catalogue, week)).toMatchObject({ code: 'NEXT_CHALLENGE', challengeId: 'high-3' });
});

test('the questionnaire goes out twice, and the third week brings a first-level challenge', () => {
  const asked = (weeks: string[]) =>
    aLearner({ levelId: null, weeks: Object.fromEntries(weeks.map((at) => [at, given(null)])) });
  expect(codeOf(asked([]))).toBe('NOT_PLACED_YET');
  expect(codeOf(asked(['2026-W47']))).toBe('NOT_PLACED_YET');
  expect(planMail(asked(['2026-W46', '2026-W47']), catalogue, week)).toEqual({
    decision: 'CHALLENGE',
    code: 'PLACEMENT_OVERDUE',
    challengeId: 'low-1',
  });
});

test('what the week gave already does not change what it gives: a plan can be made again', () => {
  const before = aLearner({ levelId: 'low', weeks: { '2026-W47': given('low-1') } });
  const after = { ...before, weeks: { ...before.weeks, '2026-W48': given('low-2') } };
  expect(planMail(after, catalogue, week)).toEqual(planMail(before, catalogue, week));
});

test.each([
  ['out of order', { levelId: 'high', weeks: { '2026-W48': given('high-2') } }, 'high-2'],
  ['of a level that the learner has left since', { levelId: 'high', weeks: { '2026-W48': given('low-1') } }, 'low-1'],
  ['of another level than the latest placement', { levelId: 'low', weeks: { '2026-W48': given('high-1') } }, 'high-1'],
])('a challenge that the week gave already, %s, is planned again', (_how, learner, challengeId) => {
  const decision = { decision: 'CHALLENGE', code: 'NEXT_CHALLENGE', challengeId };
  expect(planMail(aLearner(learner), catalogue, week)).toEqual(decision);
});

test('a challenge that the week gave already is planned again also where it was archived since', () => {
  const archived = aChallenge({ id: 'low-2', levelId: 'low', archivedAt: new Date('2026-11-22T00:00:00Z') });
  const afterwards = { levels, challenges: new Map([...catalogue.challenges, ['low-2', archived]]) };
  const learner = aLearner({ levelId: 'low', weeks: { '2026-W48': given('low-2') } });
  expect(planMail(learner, afterwards, week).challengeId).toBe('low-2');
});

test('where the catalogue no longer holds what the week gave, another is picked', () => {
  const lost = aLearner({ levelId: 'low', weeks: { '2026-W47': given('low-1'), '2026-W48': given('lost') } });
  expect(planMail(lost, catalogue, week)).toEqual({
    decision: 'CHALLENGE',
    code: 'NEXT_CHALLENGE',
    challengeId: 'low-2',
  });
  expect(codeOf({ ...lost, levelId: null })).toBe('NOT_PLACED_YET');
});

test('what the week gave already is no reason to mail who may not be mailed', () => {
  const weeks = { '2026-W48': given('low-2') };
  expect(codeOf(aLearner({ levelId: 'low', weeks, customer: { entitled: false } }))).toBe('NOT_ENTITLED');
  expect(codeOf(aLearner({ levelId: 'low', weeks, mail: { pausedUntil: new Date('2026-12-06T23:00:00Z') } }))).toBe(
    'PAUSED',
  );
});

test('an unplaced learner’s overdue challenge is planned again as such, with the questionnaire’s link beside it', () => {
  const asked = { '2026-W46': given(null), '2026-W47': given(null), '2026-W48': given('low-3') };
  expect(planMail(aLearner({ levelId: null, weeks: asked }), catalogue, week)).toMatchObject({
    code: 'PLACEMENT_OVERDUE',
    challengeId: 'low-3',
  });
});

test('whatever the order in which weeks are run, nobody gets a challenge twice', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray(
        Array.from({ length: 12 }, (_, at) => addWeeks('2026-W45', at)),
        { minLength: 1 },
      ),
      fc.constantFrom('low', 'high', null),
      (weeks, levelId) => {
        let learner = aLearner({ levelId, weeks: {} });
        const had: string[] = [];
        for (const at of weeks) {
          const { decision, challengeId } = planMail(learner, catalogue, { week: at, due: dueAt(at, 'Europe/Berlin') });
          if (decision === 'NOBODY') continue;
          if (challengeId !== null) had.push(challengeId);
          learner = { ...learner, weeks: { ...learner.weeks, [at]: given(challengeId) } };
        }
        expect(new Set(had).size).toBe(had.length);
      },
    ),
  );
});
