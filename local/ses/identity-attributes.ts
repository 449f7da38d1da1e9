// The three actions that tell how identities stand: verification, DKIM and the custom MAIL FROM domain.
import type { SesIdentity, Settings } from './account-settings.ts';
import type { ReplyValue } from './query-reply.ts';

/** The members of the action's result; undefined where the action is none of the three. Unknown identities are left out. */
export function identityAttributes(
  action: string,
  form: URLSearchParams,
  { identities }: Settings,
): Record<string, ReplyValue> | undefined {
  const kind = kinds[action];
  if (kind === undefined) return undefined;
  const entries = asked(form).flatMap((name): [string, ReplyValue][] => {
    const identity = identities[name];
    return identity ? [[name, kind.attributes(identity)]] : [];
  });
  return { [kind.member]: new Map(entries) };
}

const kinds: Record<string, { member: string; attributes(identity: SesIdentity): ReplyValue }> = {
  GetIdentityVerificationAttributes: {
    member: 'VerificationAttributes',
    attributes: ({ verification }) => ({ VerificationStatus: verification }),
  },
  GetIdentityDkimAttributes: {
    member: 'DkimAttributes',
    attributes: ({ dkim = { enabled: false, status: 'NotStarted' } }) => ({
      DkimEnabled: String(dkim.enabled),
      DkimVerificationStatus: dkim.status,
      // Easy DKIM gives three CNAME records.
      DkimTokens: dkim.status === 'NotStarted' ? [] : ['tokenone', 'tokentwo', 'tokenthree'],
    }),
  },
  GetIdentityMailFromDomainAttributes: {
    member: 'MailFromDomainAttributes',
    attributes: ({ mailFrom }): ReplyValue =>
      mailFrom === undefined
        ? { BehaviorOnMXFailure: 'UseDefaultValue' }
        : {
            MailFromDomain: mailFrom.domain,
            MailFromDomainStatus: mailFrom.status,
            BehaviorOnMXFailure: mailFrom.onMxFailure,
          },
  },
};

function asked(form: URLSearchParams): string[] {
  const names: string[] = [];
  for (let index = 1; form.has(`Identities.member.${index}`); index += 1)
    names.push(form.get(`Identities.member.${index}`) ?? '');
  return names;
}
