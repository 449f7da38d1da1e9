import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Outcome, PlannedMail } from '../../functions/weekly-run/batch.ts';
import { books } from '../../functions/weekly-run/books.ts';
import { tally } from '../../functions/weekly-run/tally.ts';

const at = new Date(0);
const outcome: fc.Arbitrary<Outcome | null> = fc.constantFrom<Outcome | null>(
  null,
  { state: 'accepted', sesId: 's', at },
  { state: 'excluded', code: 'PAUSED', at },
  { state: 'failed', code: 'ADDRESS_REFUSED', error: 'InvalidParameterValue', at },
  { state: 'unknown', error: 'TimeoutError', at },
);

test('planned is accepted, excluded, failed, unknown and pending together, whatever happened', () => {
  fc.assert(
    fc.property(fc.array(fc.array(outcome)), (batches) => {
      const { counts, reasons } = books(
        batches.map((outcomes) => {
          const mails = outcomes.map(
            (_, id): PlannedMail => ({ learnerId: `${id}`, code: 'NEXT_CHALLENGE', challengeId: 'c' }),
          );
          return tally({
            mails,
            outcomes: Object.fromEntries(outcomes.flatMap((each, id) => (each ? [[`${id}`, each]] : []))),
          });
        }),
      );
      expect(counts.accepted + counts.excluded + counts.failed + counts.unknown + counts.pending).toBe(counts.planned);
      expect(counts.planned).toBe(batches.flat().length);
      const explained = reasons.reduce((sum, { count }) => sum + count, 0);
      expect(explained).toBe(counts.excluded + counts.failed + counts.unknown);
    }),
  );
});

/** A batch whose mails were accepted at these seconds. */
function acceptedAt(...seconds: number[]) {
  const ids = seconds.map((_, at) => `shopify-${at}`);
  const accepted = (second: number): Outcome => ({ state: 'accepted', sesId: 's', at: new Date(second * 1_000) });
  return tally({
    mails: ids.map((learnerId) => ({ learnerId, code: 'NEXT_CHALLENGE', challengeId: 'c' })),
    outcomes: Object.fromEntries(ids.map((id, at) => [id, accepted(seconds[at] ?? 0)])),
  });
}

test('the rate is that of the last minutes, whatever came before', () => {
  expect(books([acceptedAt(0, 1, 2), acceptedAt(3, 4)]).ratePerSecond).toBe(1);
  const lately = Array.from({ length: 20 }, (_, at) => acceptedAt(1_000 + at, 1_000.5 + at));
  expect(books([acceptedAt(0, 1), ...lately]).ratePerSecond).toBe(2);
});

test('a rest of a night is no part of the pace, also where a batch spans it', () => {
  const night = 12 * 3_600;
  const spanning = acceptedAt(10, night);
  expect(books([acceptedAt(0, 9), spanning]).ratePerSecond).toBeNull();
  expect(books([acceptedAt(0, 9), spanning, acceptedAt(night + 1, night + 2)]).ratePerSecond).toBe(1);
});

test('there is no rate before the second acceptance, nor where all came at one instant', () => {
  expect(books([]).ratePerSecond).toBeNull();
  expect(books([acceptedAt(5)]).ratePerSecond).toBeNull();
  expect(books([acceptedAt(5, 5)]).ratePerSecond).toBeNull();
});
