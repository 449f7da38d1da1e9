// Rule: whether an event says that nothing will ever arrive at an address.
import type { SesEvent } from '../ses-events/ses-event.ts';

/** Only a permanent bounce does: what is transient or undetermined may arrive the next time. */
export function isHardBounce({ kind, bounce }: SesEvent): boolean {
  return kind === 'bounce' && bounce?.kind === 'PERMANENT';
}
