// The size of a page that a request may ask for.
import { z } from 'zod';

/** From 1 to `max`. */
export function firstSchema(max: number): z.ZodType<number> {
  const error = `must be from 1 to ${max}, such as ${Math.min(20, max)}`;
  return z.int({ error }).min(1, { error }).max(max, { error });
}
