// A customer's row in Shopify's answers, parsed.
import { z } from 'zod';
import { consentSchema } from '../learners/learner.ts';
import type { ShopCustomer } from './shop.ts';

/** Null where the customer has no address. A state that is none of the known ones does not parse: it is not "no". */
const emailSchema = z
  .object({
    emailAddress: z.string(),
    marketingState: consentSchema,
    marketingUpdatedAt: z.iso.datetime({ offset: true }).nullable(),
    validFormat: z.boolean(),
  })
  .nullable();

/** A `CustomerSegmentMember` bears the number of its `Customer`. */
export const shopCustomerSchema: z.ZodType<ShopCustomer> = z
  .object({
    id: z.string().regex(/^gid:\/\/shopify\/(Customer|CustomerSegmentMember)\/\d+$/),
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
    defaultEmailAddress: emailSchema,
  })
  .transform(({ id, firstName, lastName, defaultEmailAddress: email }) => ({
    number: id.slice(id.lastIndexOf('/') + 1),
    firstName,
    lastName,
    address: email?.validFormat ? email.emailAddress : null,
    consent: email?.marketingState ?? 'NOT_SUBSCRIBED',
    consentAt: email?.marketingUpdatedAt ? new Date(email.marketingUpdatedAt) : null,
  }));
