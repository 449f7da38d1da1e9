// A learner pauses the weekly mail.
import { z } from 'zod';
import { parseArgument } from '../parse-argument.ts';
import type { Services } from '../services.ts';
import type { Learner } from './learner.ts';
import { noSuchLearner } from './no-such-learner.ts';
import { pauseUntil } from './pause-until.ts';

/**
 * Skips the next `weeks` weekly mails, 1 to 26, counted from now also where a pause runs already. Throws
 * `BAD_USER_INPUT` for other weeks, `NOT_FOUND` where the learner is gone.
 */
export async function pauseMail(
  { clock, config, stores }: Services,
  pause: { learnerId: string; weeks: number },
): Promise<Learner> {
  const weeks = parseArgument('weeks', weeksSchema, pause.weeks);
  const pausedUntil = pauseUntil(clock.now(), weeks, config.timeZone);
  const { learners } = await stores();
  const paused = await learners.change(pause.learnerId, ({ mail }) =>
    mail.pausedUntil?.getTime() === pausedUntil.getTime() ? null : { mail: { ...mail, pausedUntil } },
  );
  if (paused === null) throw noSuchLearner();
  return paused;
}

const weeksSchema = z
  .int({ error: 'must be a whole number of weeks, such as 4' })
  .min(1, 'must be from 1 to 26, such as 4')
  .max(26, 'must be from 1 to 26, such as 4');
