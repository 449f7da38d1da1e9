// Rule: how often one step of a run may begin without ending.
import { pausedParts, type Run } from './run.ts';

/**
 * A step that dies each time is the fault of its work and not of its instance: with Pub/Sub's waits of 10 s to 600 s
 * twenty tries are hours.
 */
export const triesMax = 20;

/** What the beginning of a step writes: the count of its tries, or a pause where there were too many. */
export function countTry(run: Pick<Run, 'state' | 'tries'>, step: string, at: Date): Partial<Omit<Run, 'week'>> | null {
  const before = run.tries?.step === step ? run.tries.count : 0;
  if (before < triesMax) return { tries: { step, count: before + 1 } };
  const reason = `The step ${step} was begun ${triesMax} times, and never ended. Look for its fault in the log, mend it, then resume.`;
  const parts = pausedParts(run, { reason, by: 'ITSELF', at });
  return parts && { ...parts, tries: null };
}
