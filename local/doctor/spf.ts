// Check: SPF of the domain that bounces return to lets SES send.
import { type Finding, finding } from './finding.ts';
import type { Patient } from './patient.ts';
import { sendingMailFrom } from './sending-mail-from.ts';

/** Without a custom MAIL FROM domain SPF is Amazon's: a warning. SES itself looks only at the MX. */
export async function spf({ ses, txt }: Pick<Patient, 'ses' | 'txt'>): Promise<Finding> {
  const domain = (await sendingMailFrom(ses))?.MailFromDomain;
  if (!domain)
    return finding.warning(
      'SPF speaks for amazonses.com only, for want of a custom MAIL FROM domain',
      'Do what the line “SES MAIL FROM” says.',
    );
  const publish = (what: string) => `At your DNS provider: ${what} TXT ${domain} "v=spf1 include:amazonses.com ~all".`;
  const records = (await txt(domain)).filter((record) => /^v=spf1( |$)/i.test(record));
  if (records.length === 0) return finding.fixThis(`${domain} has no SPF record`, publish('publish'));
  // Two make every look-up a permanent error (RFC 7208 §3.2).
  if (records.length > 1)
    return finding.fixThis(
      `${domain} has ${records.length} SPF records, which count as none`,
      publish('keep one record:'),
    );
  if (!/ \+?include:amazonses\.com( |$)/i.test(records[0] ?? ''))
    return finding.fixThis(`the SPF record of ${domain} does not name amazonses.com`, publish('change it to'));
  return finding.ok(`SPF of ${domain} lets SES send`);
}
