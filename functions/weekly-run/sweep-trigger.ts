// Every 15 minutes: wakes runs that a dead instance left behind.
import { logger } from 'firebase-functions';
import { onSchedule } from 'firebase-functions/scheduler';
import { secrets } from '../params.ts';
import { services } from '../services.ts';
import { sweep as sweepRuns } from './sweep.ts';

export const sweep = onSchedule(
  { schedule: '*/15 * * * *', memory: '512MiB', secrets: [secrets.ADDRESS_HASH_KEY] },
  async () => {
    const tally = await sweepRuns(services);
    if (tally.active > 0) logger.info('The sweep looked at runs.', tally);
  },
);
