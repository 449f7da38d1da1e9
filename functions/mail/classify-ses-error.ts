// What became of a mail whose hand-over to SES failed: surely not sent, refused, the account's fault, or nobody knows.
import type { SendOutcome } from './mailer.ts';
import { neverConnected } from './never-connected.ts';

/**
 * The class of an error that the SES v1 client threw, by SES's own names (measured, and the API's documents). Only what
 * is known not to have been taken is called unsent, refused or account; all else, known or not, is `unknown`, because a
 * mail that did not come is milder than two. Never throws.
 */
export function classifySesError(error: unknown): Exclude<SendOutcome, { kind: 'accepted' }> {
  const { name, message, status } = read(error);
  if (neverConnected(error)) return { kind: 'unsent', because: 'network', error: name };
  if (throttling.test(name) || status === 429) {
    return { kind: 'unsent', because: throttledBecause(message), error: name };
  }
  if (name === 'ServiceUnavailable' && status === 503) return { kind: 'unsent', because: 'overloaded', error: name };
  if (name === 'InvalidParameterValue') return { kind: 'refused', code: 'ADDRESS_REFUSED', error: name };
  if (name === 'MessageRejected') return rejected(message);
  const fix = fixes.find(([names]) => names.test(name))?.[1];
  if (fix !== undefined) return { kind: 'account', error: name, fix };
  return { kind: 'unknown', error: name };
}

const throttling = /^(Throttling|ThrottlingException|TooManyRequests\w*)$/;

function throttledBecause(message: string): 'rate' | 'daily-quota' | 'overloaded' {
  if (/maximum sending rate exceeded/i.test(message)) return 'rate';
  return /daily message quota exceeded/i.test(message) ? 'daily-quota' : 'overloaded';
}

function rejected(message: string): Exclude<SendOutcome, { kind: 'accepted' }> {
  const error = 'MessageRejected';
  if (/not verified/i.test(message)) {
    const fix =
      'Verify the domain of MAIL_FROM_ADDRESS in SES, in the region of SES_REGION. While the account is in the sandbox, each recipient must be verified too: ask AWS for production access.';
    return { kind: 'account', error, fix };
  }
  if (/sending (suspended|paused)/i.test(message)) return { kind: 'account', error, fix: unpause };
  return { kind: 'refused', code: 'MESSAGE_REFUSED', error };
}

const unpause =
  'AWS has paused sending. See the SES console (Account dashboard, Reputation metrics) and the mails of AWS, mend the cause, and let sending be switched on again.';

/** Errors that every mail of the account meets, and what an operator does about them. */
const fixes: [RegExp, string][] = [
  [/^AccountSendingPaused(Exception)?$/, unpause],
  [
    /^ConfigurationSetSendingPaused(Exception)?$/,
    'Switch sending on for the configuration set SES_CONFIGURATION_SET in the SES console.',
  ],
  [
    /^ConfigurationSetDoesNotExist(Exception)?$/,
    'Create the configuration set that SES_CONFIGURATION_SET names, in the region of SES_REGION, or leave it empty.',
  ],
  [
    /^MailFromDomainNotVerified(Exception)?$/,
    'Set the DNS records of the custom MAIL FROM domain, or let SES fall back to its own when they cannot be read.',
  ],
  [/^TemplateDoesNotExist(Exception)?$/, 'Mails use no SES template: see what AWS_ENDPOINT_URL_SES points to.'],
  [
    /^(AccessDenied|NotAuthorized|UnauthorizedOperation)(Exception)?$/,
    'Allow ses:SendRawEmail and ses:GetSendQuota for the key SES_ACCESS_KEY_ID in IAM.',
  ],
  [
    /^(InvalidClientTokenId|UnrecognizedClientException|InvalidAccessKeyId|SignatureDoesNotMatch|IncompleteSignature|InvalidSignatureException|MissingAuthenticationToken)$/,
    'Set SES_ACCESS_KEY_ID and SES_SECRET_ACCESS_KEY to a pair that belongs together and is active.',
  ],
  [
    /^(ExpiredToken|ExpiredTokenException|RequestExpired)$/,
    'Set SES_ACCESS_KEY_ID and SES_SECRET_ACCESS_KEY to a pair that does not expire.',
  ],
  [/^OptInRequired$/, 'Sign the AWS account up for SES in the region of SES_REGION.'],
];

function read(error: unknown): { name: string; message: string; status: number | undefined } {
  if (!(error instanceof Error)) return { name: 'Unknown', message: '', status: undefined };
  const metadata = '$metadata' in error ? error.$metadata : undefined;
  const status =
    typeof metadata === 'object' && metadata !== null && 'httpStatusCode' in metadata ? metadata.httpStatusCode : 0;
  return {
    // The name may come from the wire, and goes into documents and logs.
    name: /^\w[\w.-]{0,79}$/.test(error.name) ? error.name : 'Unknown',
    message: error.message,
    status: typeof status === 'number' ? status : undefined,
  };
}
