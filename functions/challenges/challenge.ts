// A challenge: a task of one level, with the answer's kind and the key that clients never see.
import { z } from 'zod';
import { slugSchema } from './slug-schema.ts';

export const answerKindSchema = z.enum(['TEXT', 'NUMBER', 'CHOICE', 'SELF_REPORT', 'REVIEW']);

export const challengeSchema = z.object({
  id: slugSchema,
  levelId: z.string(),
  /** Place within the level; ties are broken by id. */
  order: z.int().min(0),
  title: z.string().min(1).max(120),
  bodyMarkdown: z.string().max(20_000),
  /** Rendered and sanitised when it was saved. */
  bodyHtml: z.string(),
  bodyText: z.string(),
  answerKind: answerKindSchema,
  /** Only for CHOICE. */
  choices: z.array(z.string()).nullable(),
  accepted: z.array(z.string()),
  /** Only for NUMBER: the largest allowed difference. */
  tolerance: z.number().min(0).nullable(),
  /** Counts the saves that changed something. */
  revision: z.int().min(1),
  publishedAt: z.date().nullable(),
  archivedAt: z.date().nullable(),
});

export type Challenge = z.infer<typeof challengeSchema>;
