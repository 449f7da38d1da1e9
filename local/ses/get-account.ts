// The one call of SES's newer API that is answered: GetAccount, in its own format (REST, JSON).
import { randomUUID } from 'node:crypto';
import type { SesAccount } from './account.ts';
import type { Reply } from './reply.ts';

/** What the account's owner chose, its quota and whether it may send; a refusal as SES words it here. */
export function getAccount(authorization: string | undefined, account: SesAccount): Reply {
  const { refusesKey, deniedActions, suppressedReasons, pricingPlan } = account.settings.current();
  if (!authorization) return refusal('MissingAuthenticationTokenException', 'Missing Authentication Token');
  if (refusesKey)
    return refusal('UnrecognizedClientException', 'The security token included in the request is invalid.');
  if (deniedActions.includes('GetAccount'))
    return refusal('AccessDeniedException', 'User is not authorized to perform: ses:GetAccount');
  const { max24HourSend, maxSendRate, sentLast24Hours } = account.meter.quota();
  return reply(200, {
    ProductionAccessEnabled: true,
    SendingEnabled: account.faults.current().pause === undefined,
    EnforcementStatus: 'HEALTHY',
    SendQuota: { Max24HourSend: max24HourSend, MaxSendRate: maxSendRate, SentLast24Hours: sentLast24Hours },
    SuppressionAttributes: { SuppressedReasons: suppressedReasons },
    ...(pricingPlan === undefined ? {} : { PricingAttributes: { CurrentPlan: pricingPlan } }),
  });
}

/** The error's name is in a header, and its message in the body (AWS REST JSON protocol). */
function refusal(name: string, message: string): Reply {
  return reply(403, { message }, { 'x-amzn-errortype': name });
}

function reply(status: number, body: object, headers: Record<string, string> = {}): Reply {
  const ids = { 'x-amzn-requestid': randomUUID() };
  return { status, contentType: 'application/json', body: JSON.stringify(body), headers: { ...ids, ...headers } };
}
