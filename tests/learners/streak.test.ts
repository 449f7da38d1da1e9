import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LearnerWeek } from '../../functions/learners/learner.ts';
import { streak } from '../../functions/learners/streak.ts';

const monday = (week: number) => new Date(Date.UTC(2026, 10, 2 + 7 * week, 8));
const later = (week: number, hours: number) => new Date(monday(week).getTime() + hours * 3_600_000);
const name = (week: number) => `2026-W${45 + week}`;

/** Of the week so many weeks on: passed after so many hours, or not. */
function aWeek(week: number, passedAfterHours: number | null, outcome?: LearnerWeek['outcome']): LearnerWeek {
  const answeredAt = passedAfterHours === null ? null : later(week, passedAfterHours);
  return {
    challengeId: `challenge-${week}`,
    releasedAt: monday(week),
    outcome: outcome ?? (answeredAt === null ? 'OPEN' : 'PASSED'),
    answeredAt,
  };
}

function streakOf(...weeks: [number, LearnerWeek][]): number {
  return streak(Object.fromEntries(weeks.map(([week, learnerWeek]) => [name(week), learnerWeek])));
}

describe('a streak', () => {
  test('is nothing before the first pass', () => {
    expect(streakOf()).toBe(0);
    expect(streakOf([0, aWeek(0, null)])).toBe(0);
  });

  test('counts weeks in a row that were passed before the next one was released', () => {
    expect(streakOf([0, aWeek(0, 1)], [1, aWeek(1, 167)], [2, aWeek(2, 5)])).toBe(3);
  });

  test('outlives the release of the next week, which may still be passed', () => {
    expect(streakOf([0, aWeek(0, 1)], [1, aWeek(1, 5)], [2, aWeek(2, null)])).toBe(2);
  });

  test('ends with a week that was not passed in time, also where it was passed later', () => {
    expect(streakOf([0, aWeek(0, 1)], [1, aWeek(1, null)], [2, aWeek(2, 5)])).toBe(1);
    expect(streakOf([0, aWeek(0, 1)], [1, aWeek(1, 168)], [2, aWeek(2, 5)])).toBe(1);
  });

  test('ends at once with a challenge whose attempts are used up', () => {
    expect(streakOf([0, aWeek(0, 1)], [1, aWeek(1, null, 'FAILED')])).toBe(0);
  });

  test('does not end while an answer that came in time waits for its review, however long', () => {
    const waiting = aWeek(1, 100, 'PENDING_REVIEW');
    expect(streakOf([0, aWeek(0, 1)], [1, waiting], [2, aWeek(2, 5)])).toBe(2);
  });

  test('does not come back while an answer that came too late waits for its review', () => {
    const waiting = aWeek(1, 200, 'PENDING_REVIEW');
    expect(streakOf([0, aWeek(0, 1)], [1, waiting], [2, aWeek(2, 5)])).toBe(1);
  });

  test('passes over a paused week, and may use it for the week before', () => {
    expect(streakOf([0, aWeek(0, 1)], [2, aWeek(2, 1)])).toBe(2);
    expect(streakOf([0, aWeek(0, 200)], [2, aWeek(2, 1)])).toBe(2);
  });

  test('passes over a week that brought the questionnaire', () => {
    const questionnaire = { ...aWeek(1, null), challengeId: null };
    expect(streakOf([0, aWeek(0, 200)], [1, questionnaire], [2, aWeek(2, 1)])).toBe(2);
  });

  test('is the same whatever order the weeks lie in, and never more than the passed ones', () => {
    const someWeek = fc.option(fc.record({ hours: fc.option(fc.integer({ min: 0, max: 400 })), failed: fc.boolean() }));
    fc.assert(
      fc.property(fc.array(someWeek, { maxLength: 12 }), (weeks) => {
        const given = weeks.flatMap((week, at): [number, LearnerWeek][] =>
          week === null ? [] : [[at, aWeek(at, week.hours, week.hours === null && week.failed ? 'FAILED' : undefined)]],
        );
        const passed = given.filter(([, { answeredAt }]) => answeredAt !== null).length;
        expect(streakOf(...given)).toBeLessThanOrEqual(passed);
        expect(streakOf(...given.toReversed())).toBe(streakOf(...given));
      }),
    );
  });
});
