// How long an instance works on a run before it hands over to the next message.
import type { Clock } from '../clock.ts';

/** The function's time, the longest that an event-driven 2nd-gen function may have (540 s). */
export const workTimeoutSeconds = 540;

/** A minute is left for what is under way and for the hand-over. */
export function workDeadline(clock: Clock): Date {
  return new Date(clock.now().getTime() + (workTimeoutSeconds - 60) * 1_000);
}
