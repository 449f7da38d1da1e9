// Rule: whether a questionnaire may follow the newest that is there.
import { isDeepStrictEqual } from 'node:util';
import { compareVersions } from './compare-versions.ts';
import type { Questionnaire } from './questionnaire.ts';
import type { ContentFault } from './refuse-faults.ts';

/**
 * What differs from `newest` needs a version above its: a lower one would never be asked, and each placement names the
 * version that it came from, which so stays what it was.
 */
export function questionnaireFaults(questionnaires: Questionnaire[], newest: Questionnaire | null): ContentFault[] {
  return questionnaires.flatMap((questionnaire) => {
    if (newest === null || isDeepStrictEqual(questionnaire, newest)) return [];
    const order = compareVersions(questionnaire.version, newest.version);
    if (order > 0) return [];
    const problem =
      order < 0
        ? `${questionnaire.version} is below the ${newest.version} in the project`
        : `${questionnaire.version} is in the project already, with other questions, points or thresholds`;
    return [{ path: 'questionnaire.md', field: ['version'], message: `${problem}; raise it or pull` }];
  });
}
