// The time as the checks see it.
import { setTimeout } from 'node:timers/promises';
import { type Clock, systemClock } from '../../functions/clock.ts';

/** The machine's own; but a sleep keeps no command alive whose checks have all ended. */
export const patientClock: Clock = {
  now: systemClock.now,
  sleep: (milliseconds) => setTimeout(milliseconds, undefined, { ref: false }),
};
