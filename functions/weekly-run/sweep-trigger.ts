// Every 15 minutes: wakes runs that a dead instance left behind.
import * as logger from 'firebase-functions/logger';
import { onSchedule } from 'firebase-functions/scheduler';
import { describeError } from '../describe-error.ts';
import { AppError } from '../errors.ts';
import { services } from '../services.ts';
import { sweep as sweepRuns } from './sweep.ts';

export const sweep = onSchedule({ schedule: '*/15 * * * *', memory: '512MiB' }, async () => {
  try {
    const tally = await sweepRuns(services);
    if (tally.active > 0) logger.info('The sweep looked at runs.', tally);
  } catch (error) {
    logger.error('The sweep failed.', describeError(error));
    // Its message is logged as it is, so it is one of ours.
    throw new AppError('OVERLOADED', 'The sweep failed.', { retryable: true });
  }
});
