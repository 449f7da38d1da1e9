// A fault that no retry mends pauses the run, so that a person looks.
import { AppError } from '../errors.ts';
import type { Services } from '../services.ts';
import { pauseByItself } from './pause-by-itself.ts';

/** A parameter that is wrong, or a document that does not fit its shape, is the same at the next delivery. */
const codes: readonly string[] = ['MISCONFIGURED', 'UNREADABLE'];

/** Runs a step. Where such a fault stops it, pauses the run with what to mend and gives null; other errors are thrown. */
export async function pauseOnFault<Tally>(
  services: Services,
  week: string,
  step: () => Promise<Tally>,
): Promise<Tally | null> {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof AppError) || !codes.includes(error.code)) throw error;
    await pauseByItself(services, week, `${error.message} Mend it, then resume.`);
    return null;
  }
}
