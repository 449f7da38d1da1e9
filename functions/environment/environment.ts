// The environment that a database belongs to.
import { z } from 'zod';

export const environmentSchema = z.object({
  /** The id of the Google Cloud project whose functions work on the database. */
  id: z.string(),
  /** When the first function of that project met the database: how old the installation is. */
  since: z.date(),
});

export type Environment = z.infer<typeof environmentSchema>;
