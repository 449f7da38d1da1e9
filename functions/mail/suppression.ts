// A suppression: an address that must not be mailed. The shape of its document.
import { z } from 'zod';

/** `UNSUBSCRIBED` is the owner's wish; the others are what Amazon SES told. */
export const suppressionSchema = z.object({
  reason: z.enum(['UNSUBSCRIBED', 'BOUNCE', 'COMPLAINT']),
  since: z.date(),
});

export type Suppression = z.infer<typeof suppressionSchema>;

/** What Amazon SES told of an address. */
export type SesSuppression = Suppression & { reason: 'BOUNCE' | 'COMPLAINT' };
