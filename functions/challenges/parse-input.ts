// Parses the input object of an editor's mutation.
import type { z } from 'zod';
import { AppError } from '../errors.ts';

/** Throws `BAD_USER_INPUT` with a sentence for each field to mend, at most ten; never with a value. */
export function parseInput<Value>(schema: z.ZodType<Value>, input: unknown): Value {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const sentences = parsed.error.issues
    .slice(0, sentencesMax)
    .map(({ path, message }) => `${['input', ...path].join('.')} ${message}.`);
  throw new AppError('BAD_USER_INPUT', sentences.join(' '));
}

const sentencesMax = 10;
