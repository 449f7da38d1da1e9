import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Outcome, PlannedMail } from '../../functions/weekly-run/batch.ts';
import { books } from '../../functions/weekly-run/books.ts';

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
          return {
            mails,
            outcomes: Object.fromEntries(outcomes.flatMap((each, id) => (each ? [[`${id}`, each]] : []))),
          };
        }),
      );
      expect(counts.accepted + counts.excluded + counts.failed + counts.unknown + counts.pending).toBe(counts.planned);
      expect(counts.planned).toBe(batches.flat().length);
      const explained = reasons.reduce((sum, { count }) => sum + count, 0);
      expect(explained).toBe(counts.excluded + counts.failed + counts.unknown);
    }),
  );
});
