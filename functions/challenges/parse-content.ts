// Content files become levels, challenges and questionnaires, or an error that names each file and field to mend.
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { type ChallengeSource, challengeSourceShape } from './challenge-source.ts';
import { checkAnswerKey } from './check-answer-key.ts';
import type { Level } from './level.ts';
import { levelInputSchema } from './level-input.ts';
import { type Questionnaire, questionnaireSchema } from './questionnaire.ts';
import { slugSchema } from './slug-schema.ts';

/** A Markdown file of the content folder, taken apart. */
export type ContentFile = {
  /** Within the content folder: `levels/<slug>.md`, `questionnaire.md` or `challenges/<level>/<slug>.md`. */
  path: string;
  /** The parsed front matter. */
  frontMatter: unknown;
  /** The Markdown below it. */
  body: string;
};

export type Content = { levels: Level[]; challenges: ChallengeSource[]; questionnaires: Questionnaire[] };

/** Parses all files. Throws an AppError `BAD_USER_INPUT` with one line for each thing to mend: file, field, what is wrong. */
export function parseContent(files: ContentFile[]): Content {
  const content: Content = { levels: [], challenges: [], questionnaires: [] };
  const problems = files.flatMap((file) => parseFile(file, content));
  if (problems.length === 0) return content;
  throw new AppError('BAD_USER_INPUT', `Content cannot be imported:\n${problems.join('\n')}`);
}

/** Adds what the file holds to the content; gives what is wrong with it. */
function parseFile({ path, frontMatter, body }: ContentFile, content: Content): string[] {
  const [folder, ...rest] = path.replace(/\.md$/, '').split('/');
  const fields = typeof frontMatter === 'object' ? frontMatter : null;
  const add = <Item>(schema: z.ZodType<Item>, value: unknown, items: Item[]): string[] => {
    const parsed = schema.safeParse(value);
    if (!parsed.success) return parsed.error.issues.map((issue) => `${path}: ${fieldName(issue)}: ${issue.message}`);
    items.push(parsed.data);
    return [];
  };
  const [parent, slug] = rest.length === 2 ? rest : [undefined, rest[0]];
  if (folder === 'levels' && slug !== undefined && parent === undefined)
    return add(levelFile(slug), { ...fields, summary: onOneLine(body) }, content.levels);
  if (folder === 'challenges' && slug !== undefined && parent !== undefined)
    return add(challengeFile(slug), { ...fields, levelId: parent, bodyMarkdown: body.trim() }, content.challenges);
  if (folder === 'questionnaire' && rest.length === 0) return add(questionnaireFile, fields, content.questionnaires);
  return [`${path}: must be levels/<slug>.md, questionnaire.md or challenges/<level>/<slug>.md`];
}

function fieldName(issue: z.core.$ZodIssue): string {
  return issue.path.join('.') || 'front matter';
}

/** A summary is one paragraph, shown as plain text. */
function onOneLine(body: string): string {
  return body.trim().replace(/\s+/g, ' ');
}

function idOf(slug: string) {
  return z.literal(slug, { error: `must be ${slug}, as the file is named` });
}

function levelFile(slug: string): z.ZodType<Level> {
  return z.strictObject({ ...levelInputSchema.shape, id: slugSchema.and(idOf(slug)) });
}

const questionnaireFile = z.strictObject({
  ...questionnaireSchema.shape,
  version: questionnaireSchema.shape.version.regex(/^[\w-]+$/, 'must be letters, digits, _ or -'),
});

function challengeFile(slug: string): z.ZodType<ChallengeSource> {
  return z
    .strictObject({
      ...challengeSourceShape,
      id: slugSchema.and(idOf(slug)),
      /** Wrong answers that a test tries; not imported. */
      rejected: challengeSourceShape.accepted,
    })
    .superRefine(checkAnswerKey)
    .transform(({ rejected, ...source }) => source);
}
