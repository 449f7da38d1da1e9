// A learner's past at random: passes of any level, in some order, of which some were only given by a review.
import fc from 'fast-check';
import type { Catalogue } from '../../functions/challenges/catalogue.ts';
import type { Learner, LearnerWeek } from '../../functions/learners/learner.ts';
import { addWeeks } from '../../functions/week.ts';
import { aChallenge } from '../kit/a-challenge.ts';
import { aLevel } from '../kit/a-level.ts';

const levelIds = ['low', 'middle', 'high'];

/** Levels that ask for so many passes, and thirty challenges: `low-0`, `middle-1`, `high-2`, `low-3` and so on. */
export function aCatalogue(passesToAdvance: number[]): Catalogue {
  const challenges = Array.from({ length: 30 }, (_, at) => {
    const levelId = levelIds[at % levelIds.length] ?? '';
    return aChallenge({ id: `${levelId}-${at}`, levelId });
  });
  return {
    levels: levelIds.map((id, at) => aLevel({ id, order: at + 1, passesToAdvance: passesToAdvance[at] ?? 1 })),
    challenges: new Map(challenges.map((challenge) => [challenge.id, challenge])),
  };
}

export type Past = {
  passesToAdvance: number[];
  placedOn: string;
  /** In the order of submission. `reviewed` says how much later a review gave the pass; null where it passed at once. */
  passes: { week: string; challengeId: string; answeredAt: Date; reviewed: number | null }[];
};

export const somePast: fc.Arbitrary<Past> = fc
  .record({
    passesToAdvance: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 3, maxLength: 3 }),
    placedOn: fc.constantFrom(...levelIds),
    numbers: fc.shuffledSubarray(Array.from({ length: 30 }, (_, at) => at)),
    reviews: fc.array(fc.option(fc.nat(1_000)), { minLength: 30, maxLength: 30 }),
  })
  .map(({ numbers, reviews, ...rest }) => ({
    ...rest,
    passes: numbers.map((number, order) => ({
      week: addWeeks('2026-W01', number),
      challengeId: `${levelIds[number % levelIds.length]}-${number}`,
      answeredAt: new Date(Date.UTC(2026, 11, 1) + order * 60_000),
      reviewed: reviews[order] ?? null,
    })),
  }));

/** What `countPass` looks at, before the first pass. */
export function beginning({ placedOn, passes }: Past): Pick<Learner, 'levelId' | 'passes' | 'placement' | 'weeks'> {
  const open = (challengeId: string): LearnerWeek => ({
    ...{ challengeId, releasedAt: new Date(Date.UTC(2026, 0, 1)), outcome: 'OPEN', answeredAt: null },
  });
  return {
    levelId: placedOn,
    passes: 0,
    placement: { version: '1', levelId: placedOn, placedAt: new Date(Date.UTC(2026, 0, 1)) },
    weeks: Object.fromEntries(passes.map(({ week, challengeId }) => [week, open(challengeId)])),
  };
}
