// The id of a level or a challenge.
import { z } from 'zod';

/** A slug: it stands in addresses, in file names and as a document's id. */
export const slugSchema: z.ZodType<string, string> = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'must be 1 to 63 of a to z, 0 to 9 and -, such as snail-in-the-well');
