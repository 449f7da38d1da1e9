// Check: the account's rate and quota are enough for the learners.
import { type Finding, finding } from './finding.ts';
import { learnerCount } from './learner-count.ts';
import { mondaySeconds } from './monday-seconds.ts';
import type { Patient } from './patient.ts';
import { seenQuota } from './seen-quota.ts';
import { sesConsole } from './ses-console.ts';

/** From Monday 09:00 to Thursday 20:00, when what is left is excluded as too late. */
const weekOfSendingSeconds = 83 * 3600;

/**
 * A run that rests for the day's quota is a warning; one that is not done on Thursday is to be fixed. Without `learners`
 * the buyers are counted, which are all who may become learners. Throws an Unseen or an AppError where neither is known.
 */
export async function sesQuota(patient: Pick<Patient, 'config' | 'learners' | 'ses' | 'shopify'>): Promise<Finding> {
  const quota = await seenQuota(patient.ses);
  const learners = await learnerCount(patient);
  const seconds = mondaySeconds(learners, quota);
  const perDay = quota.max24HourSend === null ? 'no limit' : quota.max24HourSend.toLocaleString('en');
  const rate = `${quota.maxSendRate} a second, ${perDay} a day`;
  const found = `your Monday takes ${inWords(seconds)} for ${learners.toLocaleString('en')} learners (${rate})`;
  const mend = sesConsole(
    patient.config,
    'Account dashboard → Sending limits → Request an increase (Service Quotas); AWS also raises it by itself while you send well.',
  );
  if (seconds > weekOfSendingSeconds)
    return finding.fixThis(`${found}: what is left on Thursday at 20:00 is not mailed`, mend);
  if (quota.max24HourSend !== null && learners > quota.max24HourSend)
    return finding.warning(`${found}: the run rests when the day’s quota ends`, mend);
  return finding.ok(found);
}

function inWords(seconds: number): string {
  if (seconds < 60) return `${plural(Math.ceil(seconds), 'second')}`;
  if (seconds < 90 * 60) return `${plural(Math.round(seconds / 60), 'minute')}`;
  if (seconds < 48 * 3600) return `${(seconds / 3600).toFixed(1)} hours`;
  return `${(seconds / 86_400).toFixed(1)} days`;
}

function plural(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
