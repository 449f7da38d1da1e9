// Check: SES takes the access key.
import { type Finding, finding } from './finding.ts';
import type { Patient } from './patient.ts';
import { sesConsole } from './ses-console.ts';

/** SES that does not answer now is a warning. */
export async function sesKey({ config, ses }: Pick<Patient, 'config' | 'ses'>): Promise<Finding> {
  const outcome = await ses.quota();
  if (outcome.kind === 'quota') return finding.ok(`SES takes the key in ${config.sesRegion}`);
  if (outcome.kind === 'unavailable')
    return finding.warning(
      `SES in ${config.sesRegion} did not say its quota (${outcome.error})`,
      'Check SES_REGION and the network, then run this again: https://health.aws.amazon.com/health/status',
    );
  const click = sesConsole(
    config,
    'SMTP settings shows the region; keys are in https://console.aws.amazon.com/iam → Users',
  );
  return finding.fixThis(`SES refuses the key (${outcome.error})`, `${outcome.fix} ${click}.`);
}
