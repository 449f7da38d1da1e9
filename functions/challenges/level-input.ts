// A level as its author writes it, in a content file or in the editors' form.
import { z } from 'zod';
import { lineSchema } from './line-schema.ts';
import { slugSchema } from './slug-schema.ts';

const orderError = 'must be a whole number from 1, the lowest level, to 1000';
const passesError = 'must be a whole number from 1 to 52, such as 3';

/** Each field alone; whether another level has the place is not looked at. */
export const levelInputSchema = z.object({
  id: slugSchema,
  order: z.int({ error: orderError }).min(1, { error: orderError }).max(1000, { error: orderError }),
  name: lineSchema(80),
  summary: lineSchema(500, 0),
  passesToAdvance: z.int({ error: passesError }).min(1, { error: passesError }).max(52, { error: passesError }),
});

export type LevelInput = z.input<typeof levelInputSchema>;
