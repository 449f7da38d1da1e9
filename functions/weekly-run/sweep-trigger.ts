// Every 15 minutes: wakes runs that a dead instance left behind, and tells an operator what needs a person.
import * as logger from 'firebase-functions/logger';
import { onSchedule } from 'firebase-functions/scheduler';
import type { LogAlert } from '../alerts/tell-operator.ts';
import { watch } from '../alerts/watch.ts';
import { describeError } from '../describe-error.ts';
import { AppError } from '../errors.ts';
import { secrets } from '../params.ts';
import { services } from '../services.ts';
import { sweep as sweepRuns } from './sweep.ts';

/**
 * Two works side by side, and neither keeps the other from being done: who is told may have to know that runs cannot be
 * woken, and to settle a run takes minutes.
 */
export const sweep = onSchedule(
  { schedule: '*/15 * * * *', memory: '512MiB', timeoutSeconds: 540, secrets: [secrets.SES_SECRET_ACCESS_KEY] },
  async () => {
    const [swept, watched] = await Promise.all([ended(() => sweepRuns(services)), ended(() => watch(services, log))]);
    const errors = [swept, watched].flatMap((work) => ('error' in work ? [work.error] : []));
    for (const error of errors) logger.error('The sweep failed.', describeError(error));
    // Its message is logged as it is, so it is one of ours.
    if ('error' in swept || 'error' in watched)
      throw new AppError('OVERLOADED', 'The sweep failed.', { retryable: true });
    if (swept.active + watched.told > 0) logger.info('The sweep looked at runs.', { ...swept, ...watched });
  },
);

const log: LogAlert = ({ code, week, text }) => logger.error(text, { code, week });

async function ended<Tally extends object>(work: () => Promise<Tally>): Promise<Tally | { error: unknown }> {
  try {
    return await work();
  } catch (error) {
    return { error };
  }
}
