// Parses one argument of a request.
import type { z } from 'zod';
import { AppError } from './errors.ts';

/** Throws `BAD_USER_INPUT` with the argument's name and what would be right, never with the value. */
export function parseArgument<Value>(name: string, schema: z.ZodType<Value>, value: unknown): Value {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new AppError('BAD_USER_INPUT', `${name} ${parsed.error.issues[0]?.message ?? 'is not valid'}.`);
}
