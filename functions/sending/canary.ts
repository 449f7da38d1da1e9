// The first batch goes alone: does it look as if the mails were at fault?
import type { Batch } from '../weekly-run/batch.ts';
import { tally } from '../weekly-run/tally.ts';

/** With fewer mails a majority says little. */
const mailsMin = 5;

/** A reason to pause after the canary batch, or null: more than half of what was handed over was refused or is unknown. */
export function canaryAlarm(batch: Pick<Batch, 'mails' | 'outcomes'>): string | null {
  const { accepted, failed, unknown } = tally(batch);
  const tried = accepted + failed + unknown;
  if (tried < mailsMin || accepted * 2 >= tried) return null;
  return `Of the first ${tried} mails Amazon SES accepted only ${accepted}. Look at the reasons, mend the cause, then resume.`;
}
