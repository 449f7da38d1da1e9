// Check: the account may send, and to everybody.
import { type Finding, finding } from './finding.ts';
import type { Patient } from './patient.ts';
import { seenQuota } from './seen-quota.ts';
import { sesConsole } from './ses-console.ts';

/** Of an account in the sandbox, which may mail only verified addresses (SES developer guide, "Request production access"). */
const sandbox = { max24HourSend: 200, maxSendRate: 1 };

/** Throws an Unseen where SES does not say. */
export async function sesSending({ config, ses }: Pick<Patient, 'config' | 'ses'>): Promise<Finding> {
  const quota = await seenQuota(ses);
  if (quota.max24HourSend === sandbox.max24HourSend && quota.maxSendRate <= sandbox.maxSendRate)
    return finding.fixThis(
      'the account is in the sandbox: 200 mails a day, and only to addresses that are verified',
      sesConsole(config, 'Account dashboard → View Get set up page → Request production access.'),
    );
  if (await ses.sendingEnabled()) return finding.ok('sending is on, and the account is out of the sandbox');
  return finding.fixThis(
    'AWS has paused sending for the account',
    sesConsole(config, 'Account dashboard and Reputation metrics: mend the cause, and answer the mail of AWS.'),
  );
}
