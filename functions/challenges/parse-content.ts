// Content files become levels, challenges and questionnaires, or an error that names each file and field to mend.
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { answerKindSchema, type Challenge, challengeSchema } from './challenge.ts';
import { type Level, levelSchema } from './level.ts';
import { type Questionnaire, questionnaireSchema } from './questionnaire.ts';

/** A Markdown file of the content folder, taken apart. */
export type ContentFile = {
  /** Within the content folder: `levels/<slug>.md`, `questionnaire.md` or `challenges/<level>/<slug>.md`. */
  path: string;
  /** The parsed front matter. */
  frontMatter: unknown;
  /** The Markdown below it. */
  body: string;
};

/** A challenge as its author writes it: all but what is made of it at publishing. */
export type ChallengeSource = Omit<Challenge, 'bodyHtml' | 'bodyText' | 'revision' | 'publishedAt' | 'archivedAt'>;

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
  return z.strictObject({ ...levelSchema.shape, id: levelSchema.shape.id.and(idOf(slug)) });
}

const questionnaireFile = z.strictObject({
  ...questionnaireSchema.shape,
  version: questionnaireSchema.shape.version.regex(/^[\w-]+$/, 'must be letters, digits, _ or -'),
});

const { levelId, order, title, bodyMarkdown } = challengeSchema.shape;
const answers = z.array(z.string().trim().min(1)).default([]);

function challengeFile(slug: string): z.ZodType<ChallengeSource> {
  return z
    .strictObject({
      ...{ levelId, order, title, bodyMarkdown: bodyMarkdown.min(1) },
      id: challengeSchema.shape.id.and(idOf(slug)),
      answerKind: answerKindSchema,
      choices: z.array(z.string().min(1)).min(2).nullable().default(null),
      accepted: answers,
      tolerance: challengeSchema.shape.tolerance.default(null),
      /** Wrong answers that a test tries; not imported. */
      rejected: answers,
    })
    .superRefine(checkAnswers)
    .transform(({ rejected, ...source }) => source);
}

type Answers = Pick<Challenge, 'answerKind' | 'choices' | 'accepted' | 'tolerance'>;

/** What each answer kind needs, and must not have. */
function checkAnswers({ answerKind, choices, accepted, tolerance }: Answers, context: z.RefinementCtx): void {
  const wrong = (field: keyof Answers, message: string) => context.addIssue({ code: 'custom', path: [field], message });
  const isMarked = answerKind === 'TEXT' || answerKind === 'NUMBER' || answerKind === 'CHOICE';
  if (isMarked && accepted.length === 0) wrong('accepted', `needs an answer, because the answer kind is ${answerKind}`);
  if (!isMarked && accepted.length > 0) wrong('accepted', `must be empty, because the answer kind is ${answerKind}`);
  if ((answerKind === 'CHOICE') !== (choices !== null))
    wrong('choices', 'belong to the answer kind CHOICE, and only to it');
  if (choices !== null && accepted.some((answer) => !choices.includes(answer)))
    wrong('accepted', 'must be among the choices, word for word');
  if (answerKind === 'NUMBER' && accepted.some((answer) => !Number.isFinite(Number(answer))))
    wrong('accepted', 'must be numbers such as "12" or "-0.5"');
  if (answerKind !== 'NUMBER' && tolerance !== null) wrong('tolerance', 'belongs to the answer kind NUMBER only');
}
