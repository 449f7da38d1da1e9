// A level: a rung of the ladder.
import { z } from 'zod';

export const levelSchema = z.object({
  /** Slug. */
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/),
  /** 1 is the lowest. */
  order: z.int().min(1),
  name: z.string().min(1).max(80),
  summary: z.string().max(500),
  /** How many passes lead to the next level. */
  passesToAdvance: z.int().min(1).max(52),
});

export type Level = z.infer<typeof levelSchema>;
