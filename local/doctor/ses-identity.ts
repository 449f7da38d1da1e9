// Check: SES knows the sender in this region.
import { type Finding, finding } from './finding.ts';
import { identityNames } from './identity-names.ts';
import type { Patient } from './patient.ts';
import { sesConsole } from './ses-console.ts';

/** A verified address without its domain is a warning: its mails bear no signature of the domain. */
export async function sesIdentity({ config, ses }: Pick<Patient, 'config' | 'ses'>): Promise<Finding> {
  const [, domain = ''] = identityNames(config.mailFrom);
  const identities = await ses.identities();
  const verified = identities.filter(({ status }) => status === 'Success');
  const domainIdentity = verified.find(({ name }) => !name.includes('@'));
  if (domainIdentity) return finding.ok(`${domainIdentity.name} is verified in ${config.sesRegion}`);
  const create = sesConsole(
    config,
    `Configuration → Identities → Create identity → Domain → ${domain}, then publish the records that it shows.`,
  );
  if (verified.length > 0)
    return finding.warning(`only the address of MAIL_FROM_ADDRESS is verified, not its domain ${domain}`, create);
  const begun = identities.find(({ name }) => !name.includes('@'));
  if (begun)
    return finding.fixThis(
      `${begun.name} is not verified in ${config.sesRegion} (${begun.status})`,
      sesConsole(config, `Configuration → Identities → ${begun.name}: publish the DNS records that stand there.`),
    );
  return finding.fixThis(`${config.sesRegion} has no identity for ${domain}: another region’s does not count`, create);
}
