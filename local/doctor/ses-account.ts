// What only SES's newer API tells of an account.
import { GetAccountCommand, PricingPlan, SESv2Client, type SuppressionListReason } from '@aws-sdk/client-sesv2';
import { z } from 'zod';
import type { Config } from '../../functions/config.ts';
import { sesClientOptions } from './ses-client-options.ts';

export type SesAccount = {
  /** Why an address comes onto the account's own suppression list; none where the list is off. */
  suppressedReasons: SuppressionListReason[];
  /** Undefined where SES does not tell it. */
  plan: PricingPlan | undefined;
  /** The plan from the next month on, where a change is set. */
  nextPlan: PricingPlan | undefined;
};

/** A plan that is newer than the SDK counts as untold. */
const planSchema = z.enum(PricingPlan).optional().catch(undefined);

/** Rejects with the SDK's error. */
export async function sesAccount(config: Config): Promise<SesAccount> {
  const client = new SESv2Client(sesClientOptions(config));
  try {
    const { SuppressionAttributes, PricingAttributes } = await client.send(new GetAccountCommand({}));
    return {
      suppressedReasons: SuppressionAttributes?.SuppressedReasons ?? [],
      plan: planSchema.parse(PricingAttributes?.CurrentPlan),
      nextPlan: planSchema.parse(PricingAttributes?.NextPlan),
    };
  } finally {
    client.destroy();
  }
}
