// Rule: where content files do not agree with each other, or with the levels that are there already.
import type { Content } from './examine-content.ts';
import type { Level } from './level.ts';
import type { ContentFault } from './refuse-faults.ts';

/**
 * A fault for two challenges of one id, two levels of one place, and a challenge or threshold of a level that does not
 * exist: nobody would ever reach it.
 */
export function contentClashes(content: Content, knownLevels: Level[]): ContentFault[] {
  const ids = new Set(content.levels.map(({ id }) => id));
  // Those of files last: a fault must be in a file that is there.
  const levels = [...knownLevels.filter(({ id }) => !ids.has(id)), ...content.levels];
  const levelIds = new Set(levels.map(({ id }) => id));
  const fileOf = ({ levelId, id }: { levelId: string; id: string }) => `challenges/${levelId}/${id}.md`;
  return [
    ...repeated(content.challenges, ({ id }) => id).map((challenge) => ({
      ...{ path: fileOf(challenge), field: ['id'] },
      message: 'another level has a challenge of this id: rename file and id, each id is there once',
    })),
    ...repeated(levels, ({ order }) => order).map(({ id, order }) => ({
      ...{ path: `levels/${id}.md`, field: ['order'] },
      message: `another level has the order ${order}, ${levels.find((level) => level.order === order)?.id}: give each its own`,
    })),
    ...content.challenges
      .filter(({ levelId }) => !levelIds.has(levelId))
      .map((challenge) => ({
        ...{ path: fileOf(challenge), field: ['levelId'] },
        message: `there is no level ${challenge.levelId}: write levels/${challenge.levelId}.md, or move this file`,
      })),
    ...content.questionnaires.flatMap(({ thresholds }) =>
      thresholds.flatMap(({ levelId }, index) =>
        levelIds.has(levelId)
          ? []
          : [
              {
                ...{ path: 'questionnaire.md', field: ['thresholds', index, 'levelId'] },
                message: `there is no level ${levelId}: name one of levels/`,
              },
            ],
      ),
    ),
  ];
}

/** Those whose key an earlier one has. */
function repeated<Item>(items: Item[], key: (item: Item) => string | number): Item[] {
  const seen = new Set<string | number>();
  return items.filter((item) => seen.size === seen.add(key(item)).size);
}
