// Monday: Cloud Scheduler starts the weekly run of the week of the schedule's time.
import * as logger from 'firebase-functions/logger';
import { onSchedule } from 'firebase-functions/scheduler';
import { describeError } from '../describe-error.ts';
import { AppError } from '../errors.ts';
import { params, weeklySchedule } from '../params.ts';
import { services } from '../services.ts';
import { weekOf } from '../week.ts';
import { startRun } from './start-run.ts';

/** Retried by Cloud Scheduler where it fails: starting twice finds the same run. */
export const weeklyRun = onSchedule(
  {
    schedule: weeklySchedule,
    timeZone: params.SHOP_TIME_ZONE,
    retryCount: 5,
    memory: '512MiB',
  },
  async (event) => {
    try {
      const week = weekOf(new Date(event.scheduleTime), services.config.timeZone);
      const { state } = await startRun(services, { week, by: 'schedule' });
      logger.info('The weekly run stands.', { week, state });
    } catch (error) {
      logger.error('The weekly run did not start.', describeError(error));
      // A week that cannot be started never can be; anything else may go well at the next try.
      if (error instanceof AppError && !error.retryable) return;
      // Its message is logged as it is, so it is one of ours.
      throw new AppError('OVERLOADED', 'The weekly run did not start.', { retryable: true });
    }
  },
);
