// Rule: which level a learner's answers to the questionnaire place them on, and why.
import type { Level } from '../challenges/level.ts';
import type { Questionnaire } from '../challenges/questionnaire.ts';
import { AppError } from '../errors.ts';

/**
 * The highest level whose threshold the points reach, the lowest one where they reach none; a threshold of a level that
 * no longer exists does not count. Throws `BAD_USER_INPUT` that names `answers` and the question where one is unknown,
 * missing, answered twice, or answered with a choice that is not its own; `NOT_FOUND` where there is no level yet.
 */
export function place(questionnaire: Questionnaire, answers: Answer[], levels: Level[]): PlacementResult {
  const points = score(questionnaire, answers);
  const reached = questionnaire.thresholds.filter(({ minPoints }) => points >= minPoints).map(({ levelId }) => levelId);
  const level = levels.findLast(({ id }) => reached.includes(id)) ?? levels[0];
  if (level === undefined) throw new AppError('NOT_FOUND', 'There is no level yet to be placed on.');
  const rung = levels.indexOf(level) + 1;
  return { level, reason: `Your answers fit ${level.name}, which is level ${rung} of ${levels.length}.` };
}

export type Answer = { questionId: string; choiceId: string };
/** `reason`: one sentence for the learner. It tells no points: who repeats the questionnaire could find out what each answer earns. */
export type PlacementResult = { level: Level; reason: string };

function score({ questions }: Questionnaire, answers: Answer[]): number {
  const known = new Set(questions.map(({ id }) => id));
  const stray = answers.findIndex(({ questionId }) => !known.has(questionId));
  if (stray >= 0) throw wrong(`[${stray}].questionId must be one of ${list(questions)}`);
  return questions.reduce((sum, { id, choices }) => {
    const given = answers.filter(({ questionId }) => questionId === id);
    if (given.length !== 1) {
      throw wrong(
        ` must answer each question once: ${id} is ${given.length === 0 ? 'missing' : 'there twice or more'}`,
      );
    }
    const choice = choices.find((one) => one.id === given[0]?.choiceId);
    if (choice === undefined) throw wrong(`: the choiceId of ${id} must be one of ${list(choices)}`);
    return sum + choice.points;
  }, 0);
}

function list(items: { id: string }[]): string {
  return items.map(({ id }) => id).join(', ');
}

function wrong(what: string): AppError {
  return new AppError('BAD_USER_INPUT', `answers${what}.`);
}
