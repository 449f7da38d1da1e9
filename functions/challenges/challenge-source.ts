// A challenge as its author writes it, in a content file or in the editors' form.
import { z } from 'zod';
import { answerKindSchema, type Challenge } from './challenge.ts';
import { lineSchema } from './line-schema.ts';
import { slugSchema } from './slug-schema.ts';

/** All but what is made of it at saving and publishing. */
export type ChallengeSource = Omit<Challenge, 'bodyHtml' | 'bodyText' | 'revision' | 'publishedAt' | 'archivedAt'>;

const orderError = 'must be a whole number from 0, such as 10';
const bodyError = 'must be 1 to 20000 characters of Markdown, without control characters or broken Unicode';
const toleranceError = 'must be a number from 0, such as 0.5';

/** Each field alone; what the key must be for its answer kind is `checkAnswerKey`'s. */
export const challengeSourceShape = {
  id: slugSchema,
  levelId: slugSchema,
  order: z.int({ error: orderError }).min(0, { error: orderError }),
  title: lineSchema(120),
  bodyMarkdown: z
    .string({ error: bodyError })
    .max(20_000, { error: bodyError })
    .refine((text) => text.isWellFormed() && !/[^\P{Cc}\t\n\r]/u.test(text) && text.trim() !== '', { error: bodyError })
    .transform((text) => text.replace(/\r\n?/g, '\n')),
  answerKind: answerKindSchema,
  choices: z
    .array(lineSchema(200))
    .min(2, { error: 'must be at least two' })
    .max(20, { error: 'must be at most 20' })
    .nullable()
    .default(null),
  accepted: z
    .array(lineSchema(500))
    .max(100, { error: 'must be at most 100' })
    .nullish()
    .transform((answers) => answers ?? []),
  tolerance: z.number({ error: toleranceError }).min(0, { error: toleranceError }).nullable().default(null),
};
