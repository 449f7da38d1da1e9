// Answers one call of the SES v1 Query protocol.
import type { SesAccount } from './account.ts';
import { identityAttributes } from './identity-attributes.ts';
import { queryReply, type ReplyValue } from './query-reply.ts';
import type { Reply } from './reply.ts';
import { sendRawEmail } from './send-raw-email.ts';
import { SesError } from './ses-error.ts';

export type QueryCall = { authorization: string | undefined; form: URLSearchParams };

/** `drop` asks for the connection to be cut without an answer. */
export async function answerQuery(call: QueryCall, account: SesAccount): Promise<Reply | 'drop'> {
  const action = call.form.get('Action') ?? '';
  try {
    checkSignature(call.authorization);
    checkRights(action, account);
    if (action === 'SendRawEmail') return await sendRawEmail(call.form, account);
    return queryReply(action, readAccount(action, call.form, account));
  } catch (error) {
    if (error instanceof SesError) return queryReply(action, error);
    throw error;
  }
}

/** Only the presence and the form: the stand-in has no secret to compute a signature with. */
function checkSignature(authorization: string | undefined): void {
  if (!authorization) throw new SesError('MissingAuthenticationToken', 'Request is missing Authentication Token', 403);
  const isSigned = /^AWS4-HMAC-SHA256 .*Credential=.*SignedHeaders=.*Signature=[0-9a-f]{64}$/.test(authorization);
  if (!isSigned) throw new SesError('IncompleteSignature', 'The request signature does not conform to AWS standards.');
}

function checkRights(action: string, { settings }: SesAccount): void {
  const { refusesKey, deniedActions } = settings.current();
  if (refusesKey)
    throw new SesError('InvalidClientTokenId', 'The security token included in the request is invalid.', 403);
  if (!deniedActions.includes(action)) return;
  throw new SesError('AccessDenied', `User is not authorized to perform: ses:${action}`, 403);
}

function readAccount(action: string, form: URLSearchParams, account: SesAccount): Record<string, ReplyValue> {
  if (action === 'GetSendQuota') {
    const { max24HourSend, maxSendRate, sentLast24Hours } = account.meter.quota();
    return {
      Max24HourSend: double(max24HourSend),
      MaxSendRate: double(maxSendRate),
      SentLast24Hours: double(sentLast24Hours),
    };
  }
  if (action === 'GetAccountSendingEnabled') return { Enabled: String(account.faults.current().pause === undefined) };
  const attributes = identityAttributes(action, form, account.settings.current());
  if (attributes) return attributes;
  const version = form.get('Version') ?? '';
  throw new SesError('InvalidAction', `Could not find operation ${action} for version ${version}`);
}

/** SES writes whole numbers as `14.0`. */
function double(value: number): string {
  return Number.isInteger(value) ? value.toFixed(1) : String(value);
}
