// Check: SES keeps the addresses that bounced or complained from being mailed again.
import { type Finding, finding } from './finding.ts';
import type { Patient } from './patient.ts';
import { sesConsole } from './ses-console.ts';

const reasons = ['BOUNCE', 'COMPLAINT'] as const;

/**
 * The account's own list, on for both reasons in every account made since November 2019. A reason that is off is a warning
 * where the events of a configuration set are taken, and to be fixed where nothing tells of it.
 */
export async function sesSuppression({ config, ses }: Pick<Patient, 'config' | 'ses'>): Promise<Finding> {
  const { suppressedReasons } = await ses.account();
  const missing = reasons.filter((reason) => !suppressedReasons.includes(reason));
  if (missing.length === 0) return finding.ok('the account suppresses addresses that bounce or complain');
  const found = `the account’s suppression list is off for ${missing.map((reason) => words[reason]).join(' and ')}`;
  const mend = sesConsole(
    config,
    'Configuration → Suppression list → Account-level settings → Edit → Enabled, Bounces and complaints.',
  );
  const isTold = config.sesConfigurationSet !== undefined && config.sesEventTopics.length > 0;
  if (isTold) return finding.warning(found, mend);
  return finding.fixThis(`${found}, and no event tells of them: they are mailed every Monday`, mend);
}

const words = { BOUNCE: 'bounces', COMPLAINT: 'complaints' };
