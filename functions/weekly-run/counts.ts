// How many mails of a run, or of one batch, ended how.
import { z } from 'zod';

const count = z.int().min(0);

export const countsSchema = z.object({
  planned: count,
  accepted: count,
  excluded: count,
  failed: count,
  unknown: count,
  /** Neither tried to its end nor settled; also what is in flight. */
  pending: count,
});

/** planned = accepted + excluded + failed + unknown + pending, at every moment. */
export type Counts = z.infer<typeof countsSchema>;

/** Before the first mail. */
export const noCounts: Counts = { planned: 0, accepted: 0, excluded: 0, failed: 0, unknown: 0, pending: 0 };
