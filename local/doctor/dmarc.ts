// Check: the sender's domain has a DMARC policy, and what SES signs or returns to aligns with it.
import { type Finding, finding } from './finding.ts';
import { identityNames } from './identity-names.ts';
import type { Patient } from './patient.ts';
import { sendingMailFrom } from './sending-mail-from.ts';

/**
 * Gmail, Yahoo and Outlook want a policy of bulk senders, `p=none` too, and one of DKIM and SPF aligned with it. That only
 * DKIM aligns is a warning: Outlook wants both.
 */
export async function dmarc({ config, ses, txt }: Pick<Patient, 'config' | 'ses' | 'txt'>): Promise<Finding> {
  const [, domain = '', ...parents] = identityNames(config.mailFrom);
  const policy = await findPolicy([domain, ...parents], txt);
  if (policy === undefined)
    return finding.fixThis(
      `${domain} has no DMARC record`,
      `At your DNS provider: publish TXT _dmarc.${domain} "v=DMARC1; p=none".`,
    );
  if (policy.records.length > 1)
    return finding.fixThis(
      `_dmarc.${policy.at} has ${policy.records.length} DMARC records, which count as none`,
      `At your DNS provider: keep one TXT record of _dmarc.${policy.at}.`,
    );
  const tags = readTags(policy.records[0] ?? '');
  const signing = (await ses.dkim()).find((each) => each.DkimEnabled && each.DkimVerificationStatus === 'Success');
  const returning = await sendingMailFrom(ses);
  const byDkim = aligns(signing?.name, domain, tags.adkim);
  const bySpf = aligns(
    returning?.MailFromDomainStatus === 'Success' ? returning.MailFromDomain : undefined,
    domain,
    tags.aspf,
  );
  const edit = `At your DNS provider: TXT _dmarc.${policy.at}`;
  if (!byDkim && !bySpf)
    return finding.fixThis(
      `neither DKIM nor SPF aligns with ${domain}, so DMARC fails`,
      `Do what the lines “SES DKIM” and “SES MAIL FROM” say. ${edit}: without adkim=s and aspf=s.`,
    );
  if (byDkim && bySpf) return finding.ok(`p=${tags.p} of ${policy.at}; DKIM and SPF align with ${domain}`);
  const missing = byDkim ? 'SPF' : 'DKIM';
  return finding.warning(
    `${missing} does not align with ${domain}; Outlook wants both`,
    `Do what the line “${byDkim ? 'SES MAIL FROM' : 'SES DKIM'}” says. ${edit}: without ${byDkim ? 'aspf' : 'adkim'}=s.`,
  );
}

/** The nearest name that has one, from the domain upwards, as DMARC's tree walk goes. */
async function findPolicy(
  names: string[],
  txt: Patient['txt'],
): Promise<{ at: string; records: string[] } | undefined> {
  for (const at of names) {
    const records = (await txt(`_dmarc.${at}`)).filter((record) => /^v=DMARC1\s*(;|$)/.test(record));
    if (records.length > 0) return { at, records };
  }
  return undefined;
}

function readTags(record: string): { p: string; adkim: string; aspf: string } {
  const tags = new Map(
    record.split(';').map((tag) => tag.split('=', 2).map((part) => part.trim()) as [string, string]),
  );
  return { p: tags.get('p') ?? 'none', adkim: tags.get('adkim') ?? 'r', aspf: tags.get('aspf') ?? 'r' };
}

/**
 * Strict is the same name. Relaxed is the same organisational domain, which always holds here: the identity is the sender's
 * domain or above it, somebody verified it, and its MAIL FROM domain lies below it.
 */
function aligns(by: string | undefined, domain: string, mode: string): boolean {
  return by !== undefined && (mode !== 's' || by === domain);
}
