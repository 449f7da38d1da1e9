// Keeps a run from starting where too many of the last mails were reported as spam.
import type { Services } from '../services.ts';
import { addWeeks, weekOf } from '../week.ts';

/** With fewer, a rate says little. */
const complaintsMin = 3;
/** 0.1 % of what was accepted: where Amazon reviews an account, and Gmail's limit (SES FAQ on enforcement; Gmail's sender rules). */
const complaintsPerThousandMin = 1;
/** Weeks before the present one whose mails are counted. */
const weeksBack = [4, 3, 2, 1];

/**
 * What keeps a run from starting, with what to do, or null. One read, and four more where there are enough complaints; the
 * books of four weeks before it says so.
 */
export async function complaintGuard({ stores, config }: Services, now: Date): Promise<string | null> {
  const { deliveries, batches } = await stores();
  const present = weekOf(now, config.timeZone);
  const weeks = weeksBack.map((weeks) => addWeeks(present, -weeks));
  const complaints = await deliveries.complaints(weeks);
  if (complaints < complaintsMin) return null;
  const isHarmless = (accepted: number) => complaints * 1_000 < accepted * complaintsPerThousandMin;
  if (isHarmless(await total(weeks, (week) => batches.acceptedCount(week)))) return null;
  // The books know batches from before sums were kept, too.
  const accepted = await total(weeks, async (week) => (await batches.books(week)).counts.accepted);
  if (isHarmless(accepted)) return null;
  return `Of ${accepted} mails of the last four weeks, ${complaints} were reported as spam. Amazon reviews an account at 0.1 % and may close it at 0.5 %. See who was mailed and why they did not expect it, then resume; nobody who complained is mailed again.`;
}

async function total(weeks: readonly string[], acceptedOf: (week: string) => Promise<number>): Promise<number> {
  return (await Promise.all(weeks.map(acceptedOf))).reduce((sum, accepted) => sum + accepted, 0);
}
