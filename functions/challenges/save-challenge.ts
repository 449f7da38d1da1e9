// Use case: an editor saves a challenge, new or known.
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { bodyProblem } from './body-problem.ts';
import type { Challenge } from './challenge.ts';
import { challengeSourceShape } from './challenge-source.ts';
import { checkAnswerKey } from './check-answer-key.ts';
import type { ContentStore } from './content-store.ts';
import { parseInput } from './parse-input.ts';
import { reviseChallenge } from './revise-challenge.ts';

/**
 * A new challenge is not published; a known one keeps whether it is published and archived, gets the next revision where
 * something changed, and is shown so in every week that it was given. Marks stay: each submission holds the revision it
 * was graded against. Throws `BAD_USER_INPUT` that names each field to mend, and changes nothing then.
 */
export async function saveChallenge(
  { stores }: { stores(): Promise<{ content: Pick<ContentStore, 'everyLevel' | 'changeChallenge'> }> },
  input: ChallengeInput,
): Promise<Challenge> {
  const source = parseInput(challengeInputSchema, input);
  // Loaded here: the parser and the sanitiser are a tenth of a second that no learner's cold start should take.
  const { renderMarkdown } = await import('./render-markdown.ts');
  const body = renderMarkdown(source.bodyMarkdown);
  const problem = bodyProblem(body);
  if (problem !== null) throw new AppError('BAD_USER_INPUT', `input.bodyMarkdown ${problem}.`);
  const { content } = await stores();
  // Levels are never deleted, so that this holds also after it was read.
  const levels = await content.everyLevel();
  if (!levels.some(({ id }) => id === source.levelId))
    throw new AppError('BAD_USER_INPUT', 'input.levelId must be the id of a level that was saved before.');

  const rendered = { ...source, bodyHtml: body.html, bodyText: body.text };
  return content.changeChallenge(source.id, (known) =>
    reviseChallenge(
      { ...rendered, publishedAt: known?.publishedAt ?? null, archivedAt: known?.archivedAt ?? null },
      known,
    ),
  );
}

const challengeInputSchema = z.object(challengeSourceShape).superRefine(checkAnswerKey);

export type ChallengeInput = z.input<typeof challengeInputSchema>;
