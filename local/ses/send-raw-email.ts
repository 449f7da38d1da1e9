// The action SendRawEmail: refuses, or keeps the mail and answers with its id.
import type { SesAccount } from './account.ts';
import { checkAddress } from './check-address.ts';
import { checkMessage } from './check-message.ts';
import { createMessageId } from './message-id.ts';
import { queryReply } from './query-reply.ts';
import type { Reply } from './reply.ts';
import type { SendRequest } from './send-request.ts';
import { readSendRequest } from './send-request.ts';
import { SesError } from './ses-error.ts';

const ACTION = 'SendRawEmail';

/** Never deduplicates: the same mail twice is two mails with two ids (notes, SES §1.3). */
export async function sendRawEmail(form: URLSearchParams, account: SesAccount): Promise<Reply | 'drop'> {
  const request = readSendRequest(form);
  const delayMilliseconds = account.faults.takeMilliseconds('delay', request.to);
  const reply = await decide(request, account);
  if (delayMilliseconds > 0) await account.clock.sleep(delayMilliseconds);
  return reply;
}

async function decide(request: SendRequest, account: SesAccount): Promise<Reply | 'drop'> {
  try {
    refuseByFault(request, account);
    refuseAsSes(request);
    account.meter.take(request.to.length);
  } catch (error) {
    if (error instanceof SesError) return queryReply(ACTION, error);
    throw error;
  }
  const messageId = await keep(request, account);
  if (account.faults.hits('acceptThenDrop', request.to)) return 'drop';
  if (account.faults.hits('empty200', request.to)) return { status: 200, contentType: 'text/xml', body: '' };
  return queryReply(ACTION, { MessageId: messageId });
}

/** At most one refusal is counted a call. The account comes before the recipient. */
function refuseByFault({ to }: SendRequest, { faults }: SesAccount): void {
  if (faults.hits('error500', to)) throw new SesError('InternalFailure', 'The request processing has failed.', 500);
  if (faults.hits('pause', to)) {
    throw new SesError('AccountSendingPausedException', 'Email sending is disabled for this account.');
  }
  if (faults.hits('sandbox', to)) {
    // SES names the address here; so does the stand-in, which lets tests prove that it reaches no log.
    const failed = `The following identities failed the check in region US-EAST-1: ${to.join(', ')}`;
    throw new SesError('MessageRejected', `Email address is not verified. ${failed}`);
  }
  if (faults.hits('dailyQuota', to)) throw SesError.dailyQuota();
  if (faults.hits('throttle', to)) throw SesError.rate();
  if (faults.hits('reject', to)) throw SesError.rejected();
}

function refuseAsSes(request: SendRequest): void {
  checkMessage(request.raw, request.source);
  if (request.source !== '') checkAddress(request.source);
  if (request.to.length === 0) throw SesError.invalid('Destination not specified.');
  // Recipients of one call (notes, SES §1.1).
  if (request.to.length > 50) throw SesError.invalid('Recipient count exceeds 50.');
  const locals = request.to.map((address) => checkAddress(address));
  if (locals.some((local) => local.toLowerCase() === 'refused')) throw SesError.rejected();
}

async function keep(request: SendRequest, account: SesAccount): Promise<string> {
  const { to, tags } = request;
  const now = account.clock.now();
  const messageId = createMessageId(now);
  account.store.add({ ...request, messageId, receivedAt: now });
  for (const listener of account.listeners) await listener({ messageId, to, tags });
  return messageId;
}
