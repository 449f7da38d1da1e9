// Check: bounces return to a domain of the shop's own (custom MAIL FROM), so that SPF speaks for it.
import { type Finding, finding } from './finding.ts';
import { identityNames } from './identity-names.ts';
import type { Patient } from './patient.ts';
import { sendingMailFrom } from './sending-mail-from.ts';
import { sesConsole } from './ses-console.ts';

/** None at all is a warning: DKIM alone satisfies DMARC. One that stops mails when its MX is not found is to be fixed. */
export async function sesMailFrom({ config, ses }: Pick<Patient, 'config' | 'ses'>): Promise<Finding> {
  const [, domain = ''] = identityNames(config.mailFrom);
  const nearest = await sendingMailFrom(ses);
  const name = nearest?.name ?? domain;
  const way = `Configuration → Identities → ${name} → Authentication → Custom MAIL FROM domain → Edit`;
  if (!nearest?.MailFromDomain)
    return finding.warning(
      `${name} has no custom MAIL FROM domain, so SPF does not speak for it; Outlook wants SPF and DKIM`,
      sesConsole(
        config,
        `${way}: bounce.${name}, Use default MAIL FROM domain on failure; then publish its MX and TXT.`,
      ),
    );
  const { MailFromDomain: own, MailFromDomainStatus: status, BehaviorOnMXFailure: behaviour } = nearest;
  const stops = behaviour === 'RejectMessage';
  const fallBack = sesConsole(config, `${way} → Behavior on MX failure: Use default MAIL FROM domain.`);
  if (status === 'Success')
    return stops
      ? finding.warning(`${own} works, but a look-up that fails once would stop the run`, fallBack)
      : finding.ok(`bounces return to ${own}`);
  const publish = sesConsole(
    config,
    `${way}: publish MX 10 feedback-smtp.${config.sesRegion}.amazonses.com for ${own}, and TXT "v=spf1 include:amazonses.com ~all".`,
  );
  if (stops) return finding.fixThis(`SES finds no MX of ${own} (${status}) and refuses every mail`, publish);
  return finding.warning(`SES finds no MX of ${own} (${status}) and uses its own domain`, publish);
}
