// Check: SES signs the mails for the sender's domain (DKIM).
import { type Finding, finding } from './finding.ts';
import { identityNames } from './identity-names.ts';
import type { Patient } from './patient.ts';
import { sesConsole } from './ses-console.ts';

/** A look-up by SES that failed for now is a warning: SES signs on meanwhile. */
export async function sesDkim({ config, ses }: Pick<Patient, 'config' | 'ses'>): Promise<Finding> {
  const [, domain = ''] = identityNames(config.mailFrom);
  const all = await ses.dkim();
  const signing = all.find((each) => each.DkimEnabled && each.DkimVerificationStatus === 'Success');
  if (signing) return finding.ok(`mails are signed for ${signing.name}`);
  const nearest = all.find(({ DkimVerificationStatus: status }) => status !== 'NotStarted') ?? all[0];
  const name = nearest?.name ?? domain;
  const click = (what: string) => sesConsole(config, `Configuration → Identities → ${name} → Authentication → ${what}`);
  if (nearest?.DkimVerificationStatus === 'TemporaryFailure')
    return finding.warning(
      `SES could not look up the DKIM records of ${name}`,
      click('DKIM: see that its CNAME records still stand.'),
    );
  if (nearest?.DkimVerificationStatus === 'Success')
    return finding.fixThis(
      `the DKIM signature of ${name} is switched off`,
      click('DKIM → Edit → DKIM signatures: Enabled.'),
    );
  const tokens = nearest?.DkimTokens ?? [];
  if (tokens.length > 0)
    return finding.fixThis(
      `the DKIM records of ${name} are not found (${nearest?.DkimVerificationStatus})`,
      `Publish as CNAME: ${tokens.map((token) => `${token}._domainkey.${name} → ${token}.dkim.amazonses.com`).join(', ')}; they stand at ${click('Publish DNS records.')}`,
    );
  return finding.fixThis(
    `no DKIM is set up for ${name}`,
    click('DKIM → Edit → Easy DKIM, then publish its three CNAME records.'),
  );
}
