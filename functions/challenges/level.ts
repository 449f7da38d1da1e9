// A level: a rung of the ladder.
import { z } from 'zod';
import { slugSchema } from './slug-schema.ts';

export const levelSchema = z.object({
  id: slugSchema,
  /** 1 is the lowest. */
  order: z.int().min(1),
  name: z.string().min(1).max(80),
  summary: z.string().max(500),
  /** How many passes lead to the next level. */
  passesToAdvance: z.int().min(1).max(52),
});

export type Level = z.infer<typeof levelSchema>;
