// One line of text that an editor writes: a title, a name, a choice, an accepted answer.
import { z } from 'zod';

/**
 * From `lengthMin` to `lengthMax` UTF-16 units on one line that shows something. Gives it as a reader sees it: NFC,
 * trimmed, white space collapsed. Control characters, line breaks and halves of surrogate pairs are refused rather than
 * taken out.
 */
export function lineSchema(lengthMax: number, lengthMin: 0 | 1 = 1): z.ZodType<string, string> {
  const error = `must be one line of ${lengthMin} to ${lengthMax} characters, without control characters or broken Unicode`;
  return z
    .string({ error })
    .refine((text) => text.isWellFormed() && !/[\p{Cc}\u2028\u2029]/u.test(text), { error })
    .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
    .refine((line) => line.length <= lengthMax && ((line.length >= lengthMin && line === '') || visible.test(line)), {
      error,
    });
}

/** Leaves ink: neither white space nor invisible (UAX #44, `Default_Ignorable_Code_Point`), nor braille without a dot. */
const visible = /[^\p{Z}\p{C}\p{Default_Ignorable_Code_Point}\u2800]/u;
