// Rule: what content files hold, and what is wrong with each of them alone.
import { z } from 'zod';
import { type ChallengeSource, challengeSourceShape } from './challenge-source.ts';
import { checkAnswerKey } from './check-answer-key.ts';
import type { ContentFile } from './content-file.ts';
import type { Level } from './level.ts';
import { levelInputSchema } from './level-input.ts';
import { type Questionnaire, questionnaireSchema } from './questionnaire.ts';
import type { ContentFault } from './refuse-faults.ts';
import { schemaFaults } from './schema-faults.ts';
import { slugSchema } from './slug-schema.ts';
import { trimMarkdown } from './trim-markdown.ts';

export type Content = { levels: Level[]; challenges: ChallengeSource[]; questionnaires: Questionnaire[] };

/** `content` has the files without a fault. */
export function examineContent(files: ContentFile[]): { content: Content; faults: ContentFault[] } {
  const content: Content = { levels: [], challenges: [], questionnaires: [] };
  const faults = files.flatMap((file) => examineFile(file, content));
  return { content, faults };
}

/** Adds what the file holds to the content; gives what is wrong with it. */
function examineFile({ path, frontMatter, body }: ContentFile, content: Content): ContentFault[] {
  const [folder, ...rest] = path.replace(/\.md$/, '').split('/');
  const add = <Item>(schema: z.ZodType<Item>, value: unknown, items: Item[]): ContentFault[] => {
    const parsed = schema.safeParse(value);
    if (parsed.success) items.push(parsed.data);
    return parsed.success ? [] : schemaFaults({ path, value }, parsed.error);
  };
  if (typeof frontMatter !== 'object' || frontMatter === null || Array.isArray(frontMatter))
    return [{ path, field: [], message: 'must be keys with values, a line each, such as order: 10' }];
  const [first, second] = rest;
  if (folder === 'levels' && rest.length === 1 && first !== undefined)
    return add(levelFile(first), { ...frontMatter, summary: onOneLine(body) }, content.levels);
  if (folder === 'challenges' && rest.length === 2 && first !== undefined && second !== undefined) {
    const source = { ...frontMatter, levelId: first, bodyMarkdown: trimMarkdown(body) };
    return add(challengeFile(second), source, content.challenges);
  }
  if (folder === 'questionnaire' && rest.length === 0)
    return add(questionnaireFile, frontMatter, content.questionnaires);
  return [{ path, field: [], message: 'must be levels/<slug>.md, questionnaire.md or challenges/<level>/<slug>.md' }];
}

/** A summary is one paragraph, shown as plain text. */
function onOneLine(body: string): string {
  return body.trim().replace(/\s+/g, ' ');
}

function idOf(slug: string): z.ZodType<string> {
  return z.literal(slug, { error: `must be ${slug}, as the file is named` }).pipe(slugSchema);
}

function levelFile(slug: string): z.ZodType<Level> {
  return z.strictObject({ ...levelInputSchema.shape, id: idOf(slug) });
}

const question = questionnaireSchema.shape.questions.element;
const questionnaireFile = z.strictObject({
  version: z
    .string({ error: 'must be text between quotes, such as "1"' })
    .regex(/^[\w-]+$/, 'must be letters, digits, _ or -'),
  questions: z
    .array(
      question
        .extend({ choices: z.array(question.shape.choices.element.strict()).min(2).superRefine(differ) })
        .strict(),
    )
    .min(1)
    .superRefine(differ),
  thresholds: z.array(questionnaireSchema.shape.thresholds.element.strict()).min(1),
});

/** An answer names a question and a choice by id alone. */
function differ(items: { id: string }[], context: z.RefinementCtx): void {
  const seen = new Set<string>();
  for (const [index, { id }] of items.entries()) {
    if (seen.has(id))
      context.addIssue({ code: 'custom', path: [index, 'id'], message: 'is there twice: give each its own' });
    seen.add(id);
  }
}

function challengeFile(slug: string): z.ZodType<ChallengeSource> {
  return z
    .strictObject({
      ...challengeSourceShape,
      id: idOf(slug),
      /** Wrong answers that the check tries; not imported. */
      rejected: challengeSourceShape.accepted,
    })
    .superRefine(checkAnswerKey)
    .transform(({ rejected, ...source }) => source);
}
