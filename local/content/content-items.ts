// Levels, challenges and the questionnaire as things of one kind, so that folder and project can be compared.
import { createHash } from 'node:crypto';
import type { ChallengeSource } from '../../functions/challenges/challenge-source.ts';
import type { Content } from '../../functions/challenges/examine-content.ts';
import type { Level } from '../../functions/challenges/level.ts';
import type { Questionnaire } from '../../functions/challenges/questionnaire.ts';
import { trimMarkdown } from '../../functions/challenges/trim-markdown.ts';

export type ContentItem = {
  kind: 'level' | 'challenge' | 'questionnaire';
  id: string;
  /** Where its file is, or would be. */
  path: string;
  /** As its author writes it, by field; the Markdown is in `summary` or `bodyMarkdown`. */
  source: Record<string, unknown>;
  /** The same for the same source. */
  hash: string;
};

/** By a key that no other thing has. */
export function contentItems({ levels, challenges, questionnaires }: Content): Map<string, ContentItem> {
  return new Map(
    [...levels.map(levelItem), ...challenges.map(challengeItem), ...questionnaires.map(questionnaireItem)].map(
      (item) => [item.kind === 'questionnaire' ? item.kind : `${item.kind}s/${item.id}`, item],
    ),
  );
}

function levelItem({ id, order, name, passesToAdvance, summary }: Level): ContentItem {
  const source = { id, order, name, passesToAdvance, summary };
  return { kind: 'level', id, path: `levels/${id}.md`, source, hash: hashOf(source) };
}

function challengeItem(challenge: ChallengeSource): ContentItem {
  const { id, levelId, order, title, answerKind, choices, accepted, tolerance } = challenge;
  const bodyMarkdown = trimMarkdown(challenge.bodyMarkdown);
  const source = { id, levelId, order, title, answerKind, choices, accepted, tolerance, bodyMarkdown };
  return { kind: 'challenge', id, path: `challenges/${levelId}/${id}.md`, source, hash: hashOf(source) };
}

function questionnaireItem({ version, questions, thresholds }: Questionnaire): ContentItem {
  const source = {
    version,
    questions: questions.map(({ id, prompt, choices }) => ({
      ...{ id, prompt },
      choices: choices.map((choice) => ({ id: choice.id, text: choice.text, points: choice.points })),
    })),
    thresholds: thresholds.map(({ levelId, minPoints }) => ({ levelId, minPoints })),
  };
  return { kind: 'questionnaire', id: version, path: 'questionnaire.md', source, hash: hashOf(source) };
}

/** Each source above has its keys in one order. */
function hashOf(source: Record<string, unknown>): string {
  return createHash('sha256').update(JSON.stringify(source)).digest('base64url');
}
