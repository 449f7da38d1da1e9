// Whether SES seems unwell: then the run rests or waits for a person, before the whole plan meets the same end.

import { pauseByItself } from '../weekly-run/pause-by-itself.ts';
import type { Course } from './course.ts';
import type { Sender } from './sender.ts';

/**
 * How the mails of a group ended: outcomes that SES decided, and those that nobody knows. The rest is pending again. Who was
 * excluded before is no sign that SES is well.
 */
export type GroupTally = { known: number; unknown: number };

/** Groups in a row that brought nothing, before the run rests: with the waits between them, about two minutes. */
const fruitlessGroupsMax = 20;
/** Groups in a row that brought only unknown outcomes, before the run is paused: each costs a person's decision. */
const unknownGroupsMax = 3;

/** Counts a group that ended, and stops the sender where too many in a row brought nothing. */
export async function judgeGroup(sender: Sender, course: Course, { known, unknown }: GroupTally): Promise<void> {
  const { services, week, inARow } = sender;
  if (known > 0) {
    inARow.fruitless = 0;
    inARow.unknown = 0;
    return;
  }
  if (unknown === 0) {
    inARow.fruitless += 1;
    if (inARow.fruitless >= fruitlessGroupsMax) course.stop('resting');
    return;
  }
  inARow.unknown += 1;
  if (inARow.unknown < unknownGroupsMax) return;
  // At once: what waits would most likely be unknown too.
  course.halt('paused');
  const reason = `Amazon SES left the outcome of ${unknownGroupsMax} groups of mails in a row unknown. See whether it and the network are well, then resume.`;
  await pauseByItself(services, week, reason);
}
