// When a run that sends will have tried its last mail.
import type { Books } from './books.ts';
import type { Run } from './run.ts';

/** From the rate of late. Null where nothing is being sent, or no rate is known; a pause or a used-up day's quota is not foreseen. */
export function estimatedEnd(
  { state }: Pick<Run, 'state'>,
  { counts, ratePerSecond }: Pick<Books, 'counts' | 'ratePerSecond'>,
  now: Date,
): Date | null {
  if (state !== 'sending' || ratePerSecond === null) return null;
  return new Date(now.getTime() + (counts.pending / ratePerSecond) * 1_000);
}
