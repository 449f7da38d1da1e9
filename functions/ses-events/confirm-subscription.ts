// Confirms a subscription that SNS asks about.
import { isConfirmationUrl } from './is-confirmation-url.ts';
import type { SnsGet } from './sns-get.ts';

/**
 * Asks SNS itself, at an address of its own, and nobody else. `refused`: it is no such address, or SNS takes it no more
 * (a token is good for three days). Throws a retryable AppError `OVERLOADED` where SNS does not answer.
 */
export async function confirmSubscription(
  get: SnsGet,
  { subscribeUrl, origin, topicArn }: { subscribeUrl: string; origin: string; topicArn: string },
): Promise<'confirmed' | 'refused'> {
  if (!isConfirmationUrl(subscribeUrl, { origin, topicArn })) return 'refused';
  const { status } = await get(subscribeUrl);
  return status === 200 ? 'confirmed' : 'refused';
}
