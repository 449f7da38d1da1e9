// What may happen to a learner, at random.
import fc from 'fast-check';

export type Step =
  | { kind: 'wait'; minutes: number }
  | { kind: 'release'; paused: boolean }
  | { kind: 'place'; rung: number }
  | { kind: 'submit'; target: number; quality: 'right' | 'wrong' | 'invalid' }
  | { kind: 'submitForeign' }
  | { kind: 'repeat'; pick: number; sameAnswer: boolean }
  | { kind: 'review'; pick: number; passed: boolean }
  | { kind: 'reviewAgain'; pick: number }
  | { kind: 'entitle'; entitled: boolean };

const quality = fc.oneof(
  { weight: 6, arbitrary: fc.constant('right' as const) },
  { weight: 4, arbitrary: fc.constant('wrong' as const) },
  { weight: 1, arbitrary: fc.constant('invalid' as const) },
);

/** `target` and `pick` count back from the newest; small ones are likelier. */
const fewBack = fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(30) });

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      minutes: fc.constantFrom(0.9, 1, 5, 15, 60, 600, 3_000, 9_000),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('release' as const), paused: fc.constant(true) }) },
  { weight: 9, arbitrary: fc.record({ kind: fc.constant('release' as const), paused: fc.constant(false) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('place' as const), rung: fc.nat(2) }) },
  { weight: 26, arbitrary: fc.record({ kind: fc.constant('submit' as const), target: fewBack, quality }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('submitForeign' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('repeat' as const), pick: fewBack, sameAnswer: fc.boolean() }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('review' as const), pick: fc.nat(9), passed: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reviewAgain' as const), pick: fc.nat(9) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('entitle' as const),
      entitled: fc.oneof(fc.constant(true), fc.boolean()),
    }),
  },
);

/** One wrong answer after the other, each as soon as it may come or later: single steps seldom get that far. */
const struggle: fc.Arbitrary<Step[]> = fc
  .array(fc.constantFrom(1, 5, 15, 59, 60), { minLength: 3, maxLength: 7 })
  .map((waits) =>
    waits.flatMap((minutes): Step[] => [
      { kind: 'submit', target: 0, quality: 'wrong' },
      { kind: 'review', pick: 0, passed: false },
      { kind: 'wait', minutes },
    ]),
  );

const steps = fc.oneof({ weight: 30, arbitrary: step.map((one) => [one]) }, { weight: 1, arbitrary: struggle });

/** A year or less. */
export const someHistory: fc.Arbitrary<Step[]> = fc
  .array(steps, { minLength: 5, maxLength: 80, size: 'max' })
  .map((some) => some.flat());
