// Rule: whether content files agree with each other, and with the levels that are there already.
import { AppError } from '../errors.ts';
import type { Level } from './level.ts';
import type { Content } from './parse-content.ts';

/**
 * Throws an AppError `BAD_USER_INPUT` that names file and field where two challenges have one id, two levels one place,
 * or a challenge or threshold a level that does not exist: nobody would ever reach it.
 */
export function checkContent(content: Content, knownLevels: Level[]): void {
  const levels = [...new Map([...knownLevels, ...content.levels].map((level) => [level.id, level])).values()];
  const levelIds = new Set(levels.map(({ id }) => id));
  const problems = [
    ...repeated(content.challenges, ({ id }) => id).map(
      ({ levelId, id }) => `challenges/${levelId}/${id}.md: id: another level has a challenge of this id`,
    ),
    ...repeated(levels, ({ order }) => order).map(
      ({ id, order }) => `levels/${id}.md: order: another level has the order ${order}`,
    ),
    ...content.challenges
      .filter(({ levelId }) => !levelIds.has(levelId))
      .map(({ levelId, id }) => `challenges/${levelId}/${id}.md: levelId: there is no level ${levelId}`),
    ...content.questionnaires
      .flatMap(({ thresholds }) => thresholds)
      .filter(({ levelId }) => !levelIds.has(levelId))
      .map(({ levelId }) => `questionnaire.md: thresholds: there is no level ${levelId}`),
  ];
  if (problems.length > 0) throw new AppError('BAD_USER_INPUT', `Content cannot be imported:\n${problems.join('\n')}`);
}

/** Those whose key an earlier one has. */
function repeated<Item>(items: Item[], key: (item: Item) => string | number): Item[] {
  const seen = new Set<string | number>();
  return items.filter((item) => seen.size === seen.add(key(item)).size);
}
